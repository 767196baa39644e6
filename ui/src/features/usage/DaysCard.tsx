/** Requests by day, for as long as they are kept. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { UsageDay } from '@/ipc/generated/contract';
import { Card } from './Card';
import { KindTable } from './KindTable';
import classes from './usage.module.css';

export function DaysCard({ days }: { days: UsageDay[] }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const names = [t('days.today'), t('days.yesterday')];
  return (
    <Card title={t('days.title')} testId="usage-days">
      <KindTable
        label={t('days.title')}
        of={t('days.column')}
        spans={days.map(({ start, kinds }, at) => ({
          key: start,
          name: names[at] ?? formats.date(start),
          kinds,
        }))}
      />
      <p className={classes.hint}>{t('days.hint')}</p>
    </Card>
  );
}
