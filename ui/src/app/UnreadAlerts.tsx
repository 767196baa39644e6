/** The bell, and the way from it to the device. */
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import { UnreadBell } from '@/features/unread/UnreadBell';
import { validateDeviceSearch } from './deviceSearch';

export function UnreadAlerts() {
  const navigate = useNavigate();
  const isListOpen = useRouterState({ select: ({ location }) => location.pathname === '/' });
  const openDevice = useRouterState({
    select: ({ location }) =>
      location.pathname === '/' ? (validateDeviceSearch(location.search).device ?? null) : null,
  });
  const open = useCallback(
    (device: string) =>
      void navigate({
        to: '/',
        // Filter and order of a list that is open stay.
        search: (before) => ({ ...(isListOpen ? validateDeviceSearch(before) : {}), device }),
      }),
    [navigate, isListOpen],
  );
  return <UnreadBell openDevice={openDevice} onOpen={open} />;
}
