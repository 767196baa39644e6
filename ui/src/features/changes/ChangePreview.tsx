/** Shows what a change does before it is sent, sends it, and deals with who was faster. */
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeOutcome } from '@/ipc/generated/contract';
import { Confirm } from './Confirm';
import { Conflict } from './Conflict';
import { nameOf, type PendingChange, wordOf } from './pendingChange';
import { useSending } from './useSending';

interface Props {
  /** What is to be sent; another change is another preview (give it a key or take it away between). */
  first: PendingChange;
  onClose(): void;
  onDone(outcome: ChangeOutcome, sent: PendingChange): void;
}

export function ChangePreview({ first, onClose, onDone }: Props) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  const [pending, setPending] = useState(first);
  const [stopped, setStopped] = useState<ChangeOutcome | null>(null);
  const sending = useSending(pending, (outcome) => {
    if (outcome.isGone || outcome.conflicts.length > 0) setStopped(outcome);
    else onDone(outcome, pending);
  });
  const { subject } = pending.change;

  const goOn = (next: PendingChange) => {
    sending.reset();
    setStopped(null);
    setPending(next);
  };
  // What becomes of a change must be seen: nobody leaves while it is under way.
  const close = () => {
    if (!sending.isPending) onClose();
  };
  const title = stopped
    ? t(`conflict.${subject}.${stopped.isGone ? 'goneTitle' : 'title'}`)
    : t(`title.${subject}.${wordOf(pending)}`, { name: nameOf(pending.change) });

  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      {stopped ? (
        <Conflict pending={pending} outcome={stopped} onContinue={goOn} onClose={onClose} />
      ) : (
        <Confirm
          key={JSON.stringify(pending.change)}
          pending={pending}
          isSending={sending.isPending}
          error={sending.error}
          onSend={sending.send}
          onInstead={goOn}
          onClose={close}
        />
      )}
    </Modal>
  );
}
