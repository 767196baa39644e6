/** Someone else was faster: what they made of the group, and what to keep of both. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupConflict, GroupForm, GroupOutcome } from '@/ipc/generated/contract';
import { fieldsThatDiffer } from '@/ipc/groupForm';
import { ConflictTable } from './ConflictTable';
import { type Choices, isDecided, mergeConflicts } from './mergeConflicts';
import type { PendingChange } from './pendingChange';

interface Props {
  pending: PendingChange;
  outcome: GroupOutcome;
  /** Goes to the preview again with another change. */
  onContinue(pending: PendingChange): void;
  onClose(): void;
}

export function Conflict({ pending, outcome, onContinue, onClose }: Props) {
  const { change } = pending;
  const { theirs, conflicts, isGone } = outcome;
  if (isGone || theirs === null) {
    // Taking a change back is over with the group; what is created is a change of its own.
    const again = change.kind === 'delete' ? null : change.after;
    return (
      <Gone
        onAgain={
          again && (() => onContinue({ change: { kind: 'create', after: again }, undoes: null }))
        }
        onClose={onClose}
      />
    );
  }
  if (change.kind === 'edit') {
    const { id, before, after: mine } = change;
    return (
      <Choosing
        conflicts={conflicts}
        theirs={theirs}
        merged={(choices) => mergeConflicts({ before, mine, theirs }, conflicts, choices)}
        onContinue={(after) =>
          onContinue({ ...pending, change: { kind: 'edit', id, before: theirs, after } })
        }
        onClose={onClose}
      />
    );
  }
  return (
    <Deleting
      conflicts={conflicts}
      onContinue={() => {
        if (change.kind !== 'delete') return onClose();
        onContinue({ ...pending, change: { ...change, before: theirs } });
      }}
      onClose={onClose}
    />
  );
}

interface ChoosingProps {
  conflicts: readonly GroupConflict[];
  theirs: GroupForm;
  merged(choices: Choices): GroupForm;
  onContinue(after: GroupForm): void;
  onClose(): void;
}

function Choosing({ conflicts, theirs, merged, onContinue, onClose }: ChoosingProps) {
  const { t } = useTranslation('changes');
  const [choices, setChoices] = useState<Choices>({});
  const isChosen = isDecided(conflicts, choices);
  const after = merged(choices);
  const isNothing = isChosen && fieldsThatDiffer(theirs, after).length === 0;
  return (
    <Stack gap="sm">
      <Text size="sm" role="alert">
        {t('conflict.intro')}
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
      <Buttons
        isReady={isChosen && !isNothing}
        onContinue={() => onContinue(after)}
        onClose={onClose}
      />
    </Stack>
  );
}

interface DeletingProps {
  conflicts: readonly GroupConflict[];
  onContinue(): void;
  onClose(): void;
}

function Deleting({ conflicts, onContinue, onClose }: DeletingProps) {
  const { t } = useTranslation('changes');
  return (
    <Stack gap="sm">
      <Text size="sm" role="alert">
        {t('conflict.intro')}
      </Text>
      <ConflictTable conflicts={conflicts} />
      <Text size="sm">{t('conflict.deleteIntro')}</Text>
      <Buttons isReady onContinue={onContinue} onClose={onClose} />
    </Stack>
  );
}

function Gone({ onAgain, onClose }: { onAgain: (() => void) | null; onClose(): void }) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  return (
    <Stack gap="sm">
      <Text size="sm" role="alert">
        {t('conflict.gone')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          {tCommon('close')}
        </Button>
        {onAgain && (
          <Button size="xs" onClick={onAgain}>
            {t('conflict.again')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface ButtonsProps {
  isReady: boolean;
  onContinue(): void;
  onClose(): void;
}

function Buttons({ isReady, onContinue, onClose }: ButtonsProps) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button size="xs" variant="default" onClick={onClose}>
        {tCommon('cancel')}
      </Button>
      <Button size="xs" disabled={!isReady} onClick={onContinue}>
        {t('conflict.continue')}
      </Button>
    </Group>
  );
}
