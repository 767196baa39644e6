/** How a change stands: a sign and the word for it. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconClock,
  IconGitMerge,
  IconQuestionMark,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { EntryState } from '@/ipc/generated/contract';
import classes from './journal.module.css';

const ICONS: Readonly<Record<EntryState, TablerIcon>> = {
  pending: IconClock,
  sent: IconSend,
  done: IconCircleCheck,
  failed: IconAlertTriangle,
  conflicted: IconGitMerge,
  undone: IconArrowBackUp,
  unknown: IconQuestionMark,
};

export const ENTRY_STATES = Object.keys(ICONS) as EntryState[];

interface Props {
  state: EntryState;
  /** How many changes stand so, where there are several. */
  count?: number;
}

export function EntryStateMark({ state, count }: Props) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  const Icon = ICONS[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={15} aria-hidden />
      {t(`state.${state}`)}
      {count !== undefined && ` ${formats.count(count)}`}
    </span>
  );
}
