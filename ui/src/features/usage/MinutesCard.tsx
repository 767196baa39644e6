/** Requests a minute over the last hour, beside the limit as far as the app knows it. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { UsageMinute, UsageView } from '@/ipc/generated/contract';
import { Plot } from '@/plot/Plot';
import { Card, type Shape } from './Card';
import { Legend } from './Legend';
import { LIMIT, minutesData, minutesPlot, SENT } from './minutesPlot';
import { NumberTable } from './NumberTable';
import { rateText } from './rate';
import classes from './usage.module.css';
import { useLimitWords } from './useLimitWords';

const PLOT_PX = 224;

export function MinutesCard({ usage }: { usage: UsageView }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const [shape, setShape] = useState<Shape>('plot');
  const { minutes, pace, since } = usage;
  const limit = useLimitWords(pace);
  return (
    <Card
      title={t('minutes.title')}
      shape={{ value: shape, onChange: setShape }}
      testId="usage-minutes"
    >
      <div className={classes.view}>
        {minutes.length === 0 ? (
          <p className={classes.hint}>{t('minutes.none')}</p>
        ) : shape === 'plot' ? (
          <MinutesPlot minutes={minutes} />
        ) : (
          <NumberTable
            label={t('minutes.title')}
            head={[t('minutes.column'), t('minutes.sent'), t('minutes.limit')]}
            rows={minutes
              .map(({ start, requests, limitPerMinute }) => ({
                key: start,
                cells: [
                  formats.time(start),
                  formats.count(requests),
                  formats.count(limitPerMinute),
                ],
              }))
              .reverse()}
            fills
          />
        )}
      </div>
      <p className={classes.text}>
        {pace.perMinute !== null && t('minutes.rate', { rate: rateText(formats, pace.perMinute) })}{' '}
        {limit}{' '}
        {pace.timesLimitMet > 0 &&
          since &&
          t('minutes.met', {
            count: pace.timesLimitMet,
            times: formats.count(pace.timesLimitMet),
            since: formats.moment(since),
          })}
      </p>
      {since && <p className={classes.hint}>{t('since', { time: formats.moment(since) })}</p>}
    </Card>
  );
}

function MinutesPlot({ minutes }: { minutes: UsageMinute[] }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const [pointed, setPointed] = useState<number | null>(null);
  const data = useMemo(() => minutesData(minutes), [minutes]);
  const build = useMemo(() => minutesPlot(formats), [formats]);
  const most = Math.max(...minutes.map(({ requests }) => requests));
  const minute = pointed === null ? undefined : minutes[pointed];
  return (
    <>
      <Plot
        label={t('minutes.picture', { count: most, most: formats.count(most) })}
        data={data}
        build={build}
        heightPx={PLOT_PX}
        onPoint={setPointed}
      />
      <Legend
        entries={[
          { name: t('minutes.sent'), colour: SENT },
          { name: t('minutes.limit'), colour: LIMIT, sign: 'dashed' },
        ]}
      />
      <p className={classes.readout}>
        {minute
          ? t('minutes.readout', {
              time: formats.time(minute.start),
              count: minute.requests,
              total: formats.count(minute.requests),
              limit: formats.count(minute.limitPerMinute),
            })
          : t('pointAtLine')}
      </p>
    </>
  );
}
