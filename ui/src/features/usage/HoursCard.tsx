/** Requests by hour, today and yesterday. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { UsageHour } from '@/ipc/generated/contract';
import { Plot } from '@/plot/Plot';
import { Card, type Shape } from './Card';
import { hoursData, hoursPlot } from './hoursPlot';
import { KindTable } from './KindTable';
import { COLOURS, countOf, type Layer, layersOf, totalOf } from './kinds';
import { Legend } from './Legend';
import classes from './usage.module.css';

const PLOT_PX = 224;

export function HoursCard({ hours }: { hours: UsageHour[] }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const [shape, setShape] = useState<Shape>('plot');
  const nameOf = ({ start }: UsageHour) =>
    t('hour', { date: formats.date(start), time: formats.time(start) });
  return (
    <Card
      title={t('hours.title')}
      shape={{ value: shape, onChange: setShape }}
      testId="usage-hours"
    >
      <div className={classes.view}>
        {shape === 'plot' ? (
          <HoursPlot hours={hours} nameOf={nameOf} />
        ) : (
          <KindTable
            label={t('hours.title')}
            of={t('hours.column')}
            spans={hours
              .map((hour) => ({ key: hour.start, name: nameOf(hour), kinds: hour.kinds }))
              .reverse()}
            fills
          />
        )}
      </div>
      <p className={classes.hint}>{t('hours.hint')}</p>
    </Card>
  );
}

interface PlotProps {
  hours: UsageHour[];
  nameOf(hour: UsageHour): string;
}

function HoursPlot({ hours, nameOf }: PlotProps) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const [pointed, setPointed] = useState<number | null>(null);
  const present = layersOf(hours).join(' ');
  // Another plot only where other layers are there, not with each count.
  const layers = useMemo(() => present.split(' ') as Layer[], [present]);
  const data = useMemo(() => hoursData(hours, layers), [hours, layers]);
  const build = useMemo(() => hoursPlot(layers, formats), [layers, formats]);
  const total = hours.reduce((sum, { kinds }) => sum + totalOf(kinds), 0);
  const hour = pointed === null ? undefined : hours[pointed];
  return (
    <>
      <Plot
        label={t('hours.picture', { count: total, total: formats.count(total) })}
        data={data}
        build={build}
        heightPx={PLOT_PX}
        onPoint={setPointed}
      />
      <Legend
        entries={layers.map((layer) => ({
          name: t(`layer.${layer}`),
          colour: COLOURS[layer],
          sign: layer === 'limited' || layer === 'failed' ? 'hatched' : undefined,
        }))}
      />
      <p className={classes.readout}>
        {hour
          ? [
              `${nameOf(hour)}: ${t('requests', counted(totalOf(hour.kinds)))}`,
              ...layers
                .filter((layer) => countOf(hour.kinds, layer) > 0)
                .map(
                  (layer) => `${t(`layer.${layer}`)} ${formats.count(countOf(hour.kinds, layer))}`,
                ),
            ].join(' · ')
          : t('pointAtBar')}
      </p>
    </>
  );

  function counted(count: number) {
    return { count, total: formats.count(count) };
  }
}
