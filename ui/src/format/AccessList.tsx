/** Whose view a change touches, and how; users who gain and lose the same stand together. */
import { useTranslation } from 'react-i18next';
import { ScrollBox } from '@/components/ScrollBox';
import type { AccessChange } from '@/ipc/generated/contract';
import { DeviceLines } from './DeviceLines';
import classes from './effects.module.css';
import { LongNames } from './LongNames';

/** Users are told by name as long as that is read at a glance. */
const NAMED = 12;

interface Props {
  /** Null where the users could not be read. */
  access: readonly AccessChange[] | null;
}

export function AccessList({ access }: Props) {
  const { t } = useTranslation('fields');
  if (access === null) return <p className={classes.text}>{t('access.unread')}</p>;
  if (access.length === 0) return <p className={classes.text}>{t('access.nobody')}</p>;
  return (
    <ScrollBox label={t('access.title')}>
      <ul className={classes.lots}>
        {access.map((lot, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lots have no name, and stay as they came.
          <li key={place}>
            <p className={classes.names}>
              <LongNames names={lot.users} most={NAMED} />
            </p>
            {lot.gainsAll && <p className={classes.added}>{t('access.gainsAll')}</p>}
            {lot.losesRest && (
              <p className={classes.removed}>
                {t(lot.gains.length > 0 ? 'access.losesRest' : 'access.losesAll')}
              </p>
            )}
            <DeviceLines what="gains" devices={lot.gains} />
            <DeviceLines what="loses" devices={lot.loses} />
          </li>
        ))}
      </ul>
    </ScrollBox>
  );
}
