/** How the sums are known, and what they leave out, in plain words. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { useSpeedWords } from '@/format/useSpeedWords';
import type { Journeys } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './history.module.css';
import tables from './tables.module.css';

const LEFT_OUT = ['duplicates', 'impossible', 'jumps', 'drift', 'gaps'] as const;

export function Reliance({ journeys: { total, leftOut, isSpeedUnknown } }: { journeys: Journeys }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const left = LEFT_OUT.filter((what) => leftOut[what] > 0).map((what) =>
    t(`leftOut.${what}`, { count: leftOut[what], total: formats.count(leftOut[what]) }),
  );
  return (
    <div className={tables.reliance} data-testid="history-reliance">
      {isSpeedUnknown && <SpeedUnknown />}
      {total.distanceM > 0 && (
        <p className={classes.hint}>{t(`distance.${total.distanceSource}`)}</p>
      )}
      <p className={classes.hint}>
        {left.length === 0
          ? t('leftOut.nothing')
          : t('leftOut.intro', { what: new Intl.ListFormat(formats.locale).format(left) })}
      </p>
    </div>
  );
}

function SpeedUnknown() {
  const { t } = useTranslation('history');
  const words = useSpeedWords();
  const { data } = useQuery(viewQuery('account_settings', {}));
  return (
    <p className={classes.text} role="note">
      {t('speedUnknown', { reason: data ? words.reason(data.speed) : '' })}
    </p>
  );
}
