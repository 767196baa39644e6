/** Whether a user can sign in now: a sign and the word for it. */
import {
  IconCalendarOff,
  IconCircleCheck,
  IconHourglassLow,
  IconLock,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '@/ipc/generated/contract';
import classes from './StandingMark.module.css';

const ICONS: Readonly<Record<Standing, TablerIcon>> = {
  active: IconCircleCheck,
  notYet: IconHourglassLow,
  expired: IconCalendarOff,
  disabled: IconLock,
};

export function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation('fields');
  const Icon = ICONS[standing];
  return (
    <span className={classes.mark} data-standing={standing}>
      <Icon size={15} aria-hidden />
      {t(`standing.${standing}`)}
    </span>
  );
}
