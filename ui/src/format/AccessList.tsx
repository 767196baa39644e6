/** Whose view a change touches, and how; users who gain and lose the same stand together. */
import { useTranslation } from 'react-i18next';
import { ScrollBox } from '@/components/ScrollBox';
import type { AccessChange } from '@/ipc/generated/contract';
import { DeviceLines } from './DeviceLines';
import classes from './effects.module.css';
import { useFormats } from './FormatProvider';
import { isolated } from './words';

/** More names than these are a number. */
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
            <Names names={lot.users} />
            {lot.gainsAll && <p className={classes.added}>{t('access.gainsAll')}</p>}
            {lot.losesRest && <p className={classes.removed}>{t('access.losesRest')}</p>}
            <DeviceLines what="gains" devices={lot.gains} />
            <DeviceLines what="loses" devices={lot.loses} />
          </li>
        ))}
      </ul>
    </ScrollBox>
  );
}

function Names({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('fields');
  const formats = useFormats();
  const rest = names.length - NAMED;
  return (
    <p className={classes.names}>
      {names.slice(0, NAMED).map(isolated).join(', ')}
      {rest > 0 && ` ${t('access.others', { count: rest, total: formats.count(rest) })}`}
    </p>
  );
}
