/** The alerts of a device whose panel is open are seen, as soon as somebody looks at the window. */
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import type { UnreadView } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';

export function useSeenWhereOpen(device: string | null, unread: UnreadView | undefined): void {
  const isVisible = useDocumentVisibility() === 'visible';
  const { mutate } = useCommand('see_alerts');
  const isNews =
    device !== null &&
    (unread?.called === device || unread?.alerts.some((alert) => alert.device === device));
  useEffect(() => {
    if (isVisible && isNews && device !== null) mutate({ of: 'device', id: device });
  }, [isVisible, isNews, device, mutate]);
}
