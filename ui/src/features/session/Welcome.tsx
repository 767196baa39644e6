/** The first page: sign in, or look around in the demo fleet. */
import { Button, Divider, Paper, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { SessionView } from '@/ipc/generated/contract';
import { SignInForm } from './SignInForm';
import { useSessionCommand } from './useSessionCommand';
import classes from './Welcome.module.css';

export function Welcome({ session }: { session: SessionView }) {
  const { t } = useTranslation('session');
  const demo = useSessionCommand('explore_demo');
  return (
    <ScrollArea h="100%">
      <main className={classes.page}>
        <div className={classes.intro}>
          <Text fw={600} className={classes.brand}>
            Atalaya
          </Text>
          <Title order={1} className={classes.title}>
            {t('welcome')}
          </Title>
          <Text>{t('intro')}</Text>
          <Paper withBorder p="md" mt="lg">
            <Stack gap="xs" align="flex-start">
              <Title order={2} size="h5">
                {t('demoTitle')}
              </Title>
              <Text size="sm">{t('demoText')}</Text>
              <Button variant="outline" loading={demo.isPending} onClick={() => demo.mutate({})}>
                {t('demo')}
              </Button>
              {demo.error && <ErrorNotice error={demo.error.body} />}
            </Stack>
          </Paper>
        </div>
        <Paper withBorder p="lg">
          <Title order={2} size="h4" mb="md">
            {t('signIn')}
          </Title>
          {session.problem && (
            <>
              <ErrorNotice title={t('lastProblem')} error={session.problem} />
              <Divider my="md" />
            </>
          )}
          <SignInForm last={session.last} />
        </Paper>
      </main>
    </ScrollArea>
  );
}
