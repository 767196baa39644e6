/** Someone else was faster: what they made of it, and what to keep of both. */
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Form, fieldsThatDiffer } from '@/ipc/forms';
import type { AnyChange, AnyForm, ChangeOutcome } from '@/ipc/generated/contract';
import { ConflictButtons } from './ConflictButtons';
import { ConflictTable } from './ConflictTable';
import { type Choices, isDecided, mergeConflicts } from './mergeConflicts';
import { afterOf, creationOf, type PendingChange, rebased } from './pendingChange';

interface Props {
  pending: PendingChange;
  outcome: ChangeOutcome;
  /** Goes to the preview again with another change. */
  onContinue(pending: PendingChange): void;
  onClose(): void;
}

export function Conflict({ pending, outcome, onContinue, onClose }: Props) {
  const { change } = pending;
  const { theirs, conflicts, isGone } = outcome;
  if (isGone || theirs === null) {
    // Taking a change back is over with the thing; what is created is a change of its own. A user
    // made anew needs a password, which the form of a new user asks for.
    const again = change.subject === 'group' ? afterOf(change) : null;
    return (
      <Gone
        subject={change.subject}
        onAgain={
          again && (() => onContinue({ change: creationOf(again), undoes: null, password: null }))
        }
        onClose={onClose}
      />
    );
  }
  if (change.change.kind === 'edit') {
    return (
      <Choosing
        pending={pending}
        conflicts={conflicts}
        theirs={theirs}
        onContinue={(after) => onContinue({ ...pending, change: rebased(change, theirs, after) })}
        onClose={onClose}
      />
    );
  }
  return (
    <Deleting
      subject={change.subject}
      conflicts={conflicts}
      onContinue={() => {
        if (change.change.kind !== 'delete') return onClose();
        onContinue({ ...pending, change: rebased(change, theirs, null) });
      }}
      onClose={onClose}
    />
  );
}

/** What the change becomes over what there is now. */
function mergedOver(
  { change }: AnyChange,
  theirs: AnyForm,
  conflicts: ChangeOutcome['conflicts'],
  choices: Choices,
): AnyForm {
  if (change.kind !== 'edit') return theirs;
  const meeting = { before: change.before as Form, mine: change.after, theirs: theirs.form };
  return { subject: theirs.subject, form: mergeConflicts(meeting, conflicts, choices) } as AnyForm;
}

interface ChoosingProps {
  pending: PendingChange;
  conflicts: ChangeOutcome['conflicts'];
  theirs: AnyForm;
  onContinue(after: AnyForm): void;
  onClose(): void;
}

function Choosing({ pending, conflicts, theirs, onContinue, onClose }: ChoosingProps) {
  const { t } = useTranslation('changes');
  const [choices, setChoices] = useState<Choices>({});
  const isChosen = isDecided(conflicts, choices);
  const after = mergedOver(pending.change, theirs, conflicts, choices);
  const isNothing =
    isChosen &&
    pending.password === null &&
    fieldsThatDiffer<Form>(theirs.form, after.form).length === 0;
  return (
    <Stack gap="sm">
      <Text size="sm" role="alert">
        {t(`conflict.${theirs.subject}.intro`)}
      </Text>
      <Text size="sm">{t('conflict.choose')}</Text>
      <ConflictTable
        conflicts={conflicts}
        choices={choices}
        onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      />
      <Text size="sm" role="status">
        {isNothing && t('conflict.nothingMine')}
      </Text>
      <ConflictButtons
        go={t('conflict.continue')}
        isReady={isChosen && !isNothing}
        onGo={() => onContinue(after)}
        onClose={onClose}
      />
    </Stack>
  );
}

interface DeletingProps {
  subject: AnyForm['subject'];
  conflicts: ChangeOutcome['conflicts'];
  onContinue(): void;
  onClose(): void;
}

function Deleting({ subject, conflicts, onContinue, onClose }: DeletingProps) {
  const { t } = useTranslation('changes');
  return (
    <Stack gap="sm">
      <Text size="sm" role="alert">
        {t(`conflict.${subject}.intro`)}
      </Text>
      <ConflictTable conflicts={conflicts} />
      <Text size="sm">{t(`conflict.${subject}.deleteIntro`)}</Text>
      <ConflictButtons go={t('conflict.continue')} isReady onGo={onContinue} onClose={onClose} />
    </Stack>
  );
}

interface GoneProps {
  subject: AnyForm['subject'];
  onAgain: (() => void) | null;
  onClose(): void;
}

function Gone({ subject, onAgain, onClose }: GoneProps) {
  const { t } = useTranslation('changes');
  return (
    <Stack gap="sm">
      <Text size="sm" role="alert">
        {t(`conflict.${subject}.gone`)}
      </Text>
      <ConflictButtons
        go={onAgain && t('conflict.again')}
        isReady
        isOver
        onGo={() => onAgain?.()}
        onClose={onClose}
      />
    </Stack>
  );
}
