/** Devices of which the service gave no more results on a day. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { UsageView } from '@/ipc/generated/contract';
import { Card } from './Card';
import { NumberTable } from './NumberTable';
import classes from './usage.module.css';

const UTC_DAY = { dateStyle: 'medium', timeZone: 'UTC' } as const;

export function SpentCard({ usage }: { usage: UsageView }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const { spent, spentTotal, resultsPerDay } = usage;
  const days = new Intl.DateTimeFormat(formats.locale, UTC_DAY);
  return (
    <Card title={t('spent.title')} testId="usage-spent">
      {spentTotal === 0 ? (
        <p className={classes.text}>{t('spent.none')}</p>
      ) : (
        <>
          <p className={classes.text}>
            {t('spent.total', { count: spentTotal, total: formats.count(spentTotal) })}{' '}
            {spentTotal > spent.length && t('spent.more')}
          </p>
          <NumberTable
            label={t('spent.title')}
            head={[t('spent.device'), t('spent.day'), t('spent.answers'), t('spent.met')]}
            rows={spent.map(({ device, metAt, answers }) => ({
              key: `${device.id} ${metAt}`,
              cells: [
                <bdi key="name">{device.name}</bdi>,
                days.format(new Date(metAt)),
                formats.count(answers),
                formats.moment(metAt),
              ],
            }))}
          />
        </>
      )}
      <p className={classes.hint}>
        {t('spent.hint')}{' '}
        {resultsPerDay === null
          ? t('spent.perDayUnknown')
          : t('spent.perDay', { count: resultsPerDay, total: formats.count(resultsPerDay) })}
      </p>
    </Card>
  );
}
