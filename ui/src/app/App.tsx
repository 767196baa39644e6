/** The app: providers around the gate that knows whether someone is signed in. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMovedViews } from '@/ipc/queries';
import { askAhead } from './askAhead';
import { Gate } from './Gate';
import { readable, theme } from './theme';
import { useLooks } from './useLooks';

const queries = new QueryClient({
  // The backend says when to ask again; the window's focus and the network don't matter to it.
  defaultOptions: {
    queries: { refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

askAhead(queries);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Looks />
    </QueryClientProvider>
  );
}

function Looks() {
  useMovedViews();
  const scheme = useLooks();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      {...(scheme && { forceColorScheme: scheme })}
      defaultColorScheme="auto"
    >
      <Gate />
    </MantineProvider>
  );
}
