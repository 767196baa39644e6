/** A command from the writing of it to what became of it. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSelection } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { Compose } from './Compose';
import { RunPanel } from './RunPanel';

interface Props {
  devices: DeviceSelection;
  onClose(): void;
  onJournal(): void;
}

export function CommandDialog({ devices, onClose, onJournal }: Props) {
  const { t } = useTranslation('commands');
  const { t: tCommon } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const { data: run } = useQuery(viewQuery('command_run', {}));
  const dropping = useCommand('drop_commands');
  // One that is on its way is shown before another can begin, and stays until what became of it was
  // seen: the event that it began may be here before the answer that it ended.
  if (run?.state === 'running' && run.run !== shown) setShown(run.run);
  const current = run && run.run === shown ? run : null;
  const leave = () => {
    if (current?.state === 'waiting') dropping.mutate({});
    onClose();
  };
  return (
    <Modal
      opened
      size={620}
      onClose={leave}
      title={t(current ? 'result.title' : 'title')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      {current ? (
        <RunPanel
          run={current}
          onClose={leave}
          onAnother={() => setShown(null)}
          onJournal={() => {
            leave();
            onJournal();
          }}
        />
      ) : (
        <Compose devices={devices} onSent={setShown} onClose={onClose} />
      )}
    </Modal>
  );
}
