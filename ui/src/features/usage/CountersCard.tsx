/** The service's own counters as they came: nobody but the service knows what they count. */
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats } from '@/format/FormatProvider';
import type { CounterStep } from '@/ipc/generated/contract';
import { Card } from './Card';
import { NumberTable } from './NumberTable';
import classes from './usage.module.css';

export function CountersCard({ counters }: { counters: CounterStep[] }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const figures = new Intl.NumberFormat(formats.locale);
  const changes = new Intl.NumberFormat(formats.locale, { signDisplay: 'exceptZero' });
  const shown = (value: number | null, format: Intl.NumberFormat) =>
    value === null ? <Missing word={t('counters.missing')} /> : format.format(value);
  return (
    <Card title={t('counters.title')} testId="usage-counters">
      <p className={classes.text}>{t('counters.unknown')}</p>
      {counters.length === 0 ? (
        <p className={classes.hint}>{t('counters.none')}</p>
      ) : (
        <NumberTable
          label={t('counters.title')}
          head={[
            t('counters.at'),
            t('counters.asked'),
            'apiUsage',
            t('counters.change', { name: 'apiUsage' }),
            'apiDailyUsage',
            t('counters.change', { name: 'apiDailyUsage' }),
          ]}
          rows={counters.map((step, at) => ({
            // Several answers may come within one moment.
            key: `${step.at} ${counters.length - at}`,
            cells: [
              formats.moment(step.at),
              t(`layer.${step.kind}`),
              shown(step.request, figures),
              shown(step.requestChange, changes),
              shown(step.daily, figures),
              shown(step.dailyChange, changes),
            ],
          }))}
        />
      )}
    </Card>
  );
}
