/** The password that the user is to get: typed, or made by the app; a user who has one may keep it. */
import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorBodyOf } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ErrorBody } from '@/ipc/generated/contract';
import { NO_PASSWORD, type PasswordDraft } from './password';
import { RevealPassword } from './RevealPassword';
import { Section } from './Section';
import { TypedPassword } from './TypedPassword';
import type { Generated } from './useGenerated';

interface Props {
  draft: PasswordDraft;
  isNew: boolean;
  /** What was missing when someone wanted to go on. */
  error: string | null;
  known: readonly string[];
  generated: Generated;
  onChange(draft: PasswordDraft): void;
}

export function PasswordSection({ draft, isNew, error, known, generated, onChange }: Props) {
  const { t } = useTranslation('users');
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<ErrorBody | null>(null);
  const make = async () => {
    setIsMaking(true);
    setFailure(null);
    try {
      onChange({ kind: 'generated', number: await generated.make() });
    } catch (thrown) {
      setFailure(errorBodyOf(thrown));
    }
    setIsMaking(false);
  };
  const discard = () => {
    if (draft.kind === 'generated') generated.forget(draft.number);
    onChange(NO_PASSWORD);
  };
  return (
    <Section title={t('section.password')}>
      {draft.kind === 'none' && (
        <>
          {isNew && <Text size="sm">{t('password.later')}</Text>}
          <Group gap="xs">
            <Button
              size="xs"
              variant={isNew ? 'filled' : 'light'}
              disabled={isMaking}
              leftSection={isMaking && <Loader size={12} />}
              onClick={() => void make()}
            >
              {t('password.generate')}
            </Button>
            <Button
              size="xs"
              variant="light"
              onClick={() => onChange({ kind: 'typed', password: '', again: '' })}
            >
              {t('password.type')}
            </Button>
          </Group>
        </>
      )}
      {draft.kind === 'typed' && (
        <TypedPassword
          password={draft.password}
          again={draft.again}
          known={known}
          onChange={(password, again) => onChange({ kind: 'typed', password, again })}
        />
      )}
      {draft.kind === 'generated' && (
        <Stack gap={6}>
          <Text size="sm" role="status">
            {t('password.generated')}
          </Text>
          <RevealPassword number={draft.number} generated={generated} />
        </Stack>
      )}
      {draft.kind !== 'none' && (
        <Button size="compact-sm" variant="subtle" me="auto" onClick={discard}>
          {t(isNew ? 'password.discard' : 'password.none')}
        </Button>
      )}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      {failure && (
        <ErrorNotice title={t('password.failed')} error={failure} onRetry={() => void make()} />
      )}
    </Section>
  );
}
