/** How long it takes until every device was asked about once. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Pace, Rounds } from '@/ipc/generated/contract';
import { Card } from './Card';
import { NumberTable } from './NumberTable';
import classes from './usage.module.css';

interface Props {
  rounds: Rounds;
  pace: Pace;
}

export function RoundsCard({ rounds: { devices, atPresentS, atLimitS, last }, pace }: Props) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const counted = { count: devices, total: formats.count(devices) };
  return (
    <Card title={t('rounds.title')} testId="usage-rounds">
      <p className={classes.text}>
        {atPresentS === null
          ? t('rounds.noRate')
          : t('rounds.atPresent', {
              ...counted,
              duration: formats.duration(atPresentS * 1000),
            })}{' '}
        {atLimitS !== null &&
          t('rounds.atLimit', {
            duration: formats.duration(atLimitS * 1000),
            limit: formats.count(pace.limitPerMinute),
          })}
      </p>
      {last.length === 0 ? (
        <p className={classes.hint}>{t('rounds.none')}</p>
      ) : (
        <NumberTable
          label={t('rounds.last')}
          head={[t('rounds.ended'), t('rounds.duration'), t('rounds.devices')]}
          rows={last.map(({ endedAt, durationS, devices: asked }) => ({
            key: endedAt,
            cells: [
              formats.moment(endedAt),
              formats.duration(durationS * 1000),
              formats.count(asked),
            ],
          }))}
        />
      )}
    </Card>
  );
}
