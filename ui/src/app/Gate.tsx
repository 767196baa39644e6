/** Whoever is signed in sees the app; everyone else is welcomed. */
import { Center, Loader, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { SessionView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { router } from './router';
import { usePageTitle } from './usePageTitle';

/** Most starts go on signed in and never need it. */
const Welcome = lazy(async () => ({
  default: (await import('@/features/session/Welcome')).Welcome,
}));

/** The word that the start is over may come before anyone listens. */
const WHILE_RESUMING_MS = 400;

export function Gate() {
  const session = useQuery({
    ...viewQuery('session', {}),
    refetchInterval: (query) => (query.state.data?.resuming ? WHILE_RESUMING_MS : false),
  });
  const account = session.data?.account;
  const name = account ? `${account.userName} ${account.baseUrl}` : null;
  useForgetBetweenAccounts(name);

  if (session.error && !session.data) {
    return (
      <Center h="100%" p="xl">
        <ErrorNotice error={session.error.body} onRetry={() => void session.refetch()} />
      </Center>
    );
  }
  if (!session.data || session.data.resuming) return <Opening />;
  if (!account) return <Welcoming session={session.data} />;
  return <RouterProvider router={router} key={name} />;
}

/** Queries of the program itself, by their commands. */
const OF_PROGRAM: ReadonlySet<unknown> = new Set([
  'session',
  'settings',
  'base_map',
  'map_trouble',
  'tile_cache',
  'about',
]);

/** What one account showed is never shown to the next: every other query is the account's. */
function useForgetBetweenAccounts(name: string | null) {
  const queries = useQueryClient();
  useEffect(() => {
    if (name === null) return;
    return () => {
      queries.removeQueries({
        predicate: ({ queryKey: [view, command = view] }) => !OF_PROGRAM.has(command),
      });
      void router.navigate({ to: '/', search: {}, ignoreBlocker: true });
    };
  }, [name, queries]);
}

function Welcoming({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  usePageTitle(t('welcome'));
  return (
    <Suspense fallback={<Opening />}>
      <Welcome session={session} />
    </Suspense>
  );
}

function Opening() {
  const { t } = useTranslation();
  return (
    <Center h="100%">
      <Stack align="center" gap="sm">
        <Loader size="sm" />
        <Text size="sm" c="dimmed">
          {t('opening')}
        </Text>
      </Stack>
    </Center>
  );
}
