/** One matter: what it is, how loud it is, whom it concerns, and what can be done. */
import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBoxOff,
  IconCalendarDue,
  IconCalendarX,
  IconCreditCard,
  IconExclamationCircle,
  IconEyeOff,
  IconLogin,
  IconMoon,
  IconTruckOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Matter, MatterKind } from '@/ipc/generated/contract';
import { FIXES, type Fix, thingsOf } from './fixes';
import classes from './inbox.module.css';
import { OpenService } from './OpenService';
import { ThingNames } from './ThingNames';

const ICONS = {
  expired: IconCalendarX,
  expiringSoon: IconCalendarDue,
  neverLoggedIn: IconLogin,
  longNotLoggedIn: IconMoon,
  seesNothing: IconEyeOff,
  emptyGroups: IconBoxOff,
  ungroupedDevices: IconTruckOff,
  expiringDevices: IconCreditCard,
} as const satisfies Record<MatterKind, unknown>;

interface Props {
  matter: Matter;
  onShow(matter: Matter): void;
  onFix(matter: Matter, fix: Fix): void;
}

export function MatterCard({ matter, onShow, onFix }: Props) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const [isOpen, opening] = useDisclosure();
  const { kind, count, commands } = matter;
  const things = thingsOf(kind);
  const Icon = ICONS[kind];
  return (
    <li className={classes.matter} data-matter={kind} data-loud={commands > 0 || undefined}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <h2 className={classes.sentence}>
          {t(`matter.${kind}.sentence`, { count, total: formats.count(count) })}
        </h2>
        {commands > 0 && (
          <p className={classes.loud}>
            <IconExclamationCircle size={15} aria-hidden />
            {t('commands', { count: commands, total: formats.count(commands) })}
          </p>
        )}
        <p className={classes.hint}>{t(`matter.${kind}.why`)}</p>
        <div className={classes.buttons}>
          {things === 'users' ? (
            <Button size="xs" variant="default" onClick={() => onShow(matter)}>
              {t('show')}
            </Button>
          ) : (
            <Button size="xs" variant="default" aria-expanded={isOpen} onClick={opening.toggle}>
              {t(isOpen ? 'hide' : 'show')}
            </Button>
          )}
          {FIXES[kind].map((fix) =>
            fix === 'openService' ? (
              <OpenService key={fix} />
            ) : (
              <Button key={fix} size="xs" variant="light" onClick={() => onFix(matter, fix)}>
                {t(`fix.${fix}`)}
              </Button>
            ),
          )}
        </div>
        {things !== 'users' && (
          <Collapse expanded={isOpen}>
            {isOpen && <ThingNames of={things} ids={matter.ids} />}
          </Collapse>
        )}
      </div>
    </li>
  );
}
