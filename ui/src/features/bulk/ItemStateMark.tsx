/** How one thing stands: a sign and a word. */
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconEqual,
  IconSend,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItemState } from '@/ipc/generated/contract';
import classes from './bulk.module.css';

const ICONS = {
  unchanged: IconEqual,
  unfit: IconAlertTriangle,
  waiting: IconClock,
  sent: IconSend,
  done: IconCheck,
  failed: IconX,
  conflicted: IconUsers,
  cancelled: IconBan,
} as const satisfies Record<ItemState, unknown>;

export function ItemStateMark({ state }: { state: ItemState }) {
  const { t } = useTranslation('bulk');
  const Icon = ICONS[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={14} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
