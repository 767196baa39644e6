/** The days of a report as pictures: how far all drove, and how they spent their time. */
import { useComputedColorScheme } from '@mantine/core';
import { type CSSProperties, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import type { ReportDay } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';
import { Plot } from '@/plot/Plot';
import { COLOURS, dayPlot, distanceData, TIMES, timesData } from './dayPlot';
import classes from './reports.module.css';
import { useLineCells } from './useLineCells';
import { useDayWords } from './useReportTitle';

const PLOT_PX = 200;
const METRES = { metric: 1_000, imperial: 1_609.344 } as const;
const UNIT = { metric: 'km', imperial: 'mi' } as const;

export function DayPlots({ days }: { days: ReportDay[] }) {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const { units } = useSettings();
  const names = useMemo(() => {
    const short = new Intl.DateTimeFormat(formats.locale, { day: 'numeric', month: 'short' });
    return (day: string) => (day === '' ? '' : short.format(new Date(startOfDay(day) ?? day)));
  }, [formats]);
  const plots = useMemo(
    () => ({
      distance: {
        data: distanceData(days, METRES[units]),
        build: dayPlot(days, [{ colour: COLOURS.distance }], names, formats),
      },
      times: {
        data: timesData(days),
        build: dayPlot(
          days,
          TIMES.toReversed().map((time) => ({
            colour: COLOURS[time],
            isHatched: time === 'idling',
          })),
          names,
          formats,
        ),
      },
    }),
    [days, units, names, formats],
  );
  return (
    <div className={classes.plots}>
      <Picture
        title={`${t('plot.distance')} (${UNIT[units]})`}
        label={t('plot.distancePicture')}
        days={days}
        read={['distance']}
        {...plots.distance}
      />
      <Picture
        title={`${t('plot.times')} (h)`}
        label={t('plot.timesPicture')}
        days={days}
        read={TIMES}
        {...plots.times}
      />
    </div>
  );
}

interface PictureProps {
  title: string;
  label: string;
  days: ReportDay[];
  read: readonly ('distance' | (typeof TIMES)[number])[];
  data: ReturnType<typeof timesData>;
  build: ReturnType<typeof dayPlot>;
}

function Picture({ title, label, days, read, data, build }: PictureProps) {
  const { t } = useTranslation('reports');
  const scheme = useComputedColorScheme();
  const cells = useLineCells();
  const words = useDayWords();
  const [pointed, setPointed] = useState<number | null>(null);
  const day = pointed === null ? undefined : days[pointed];
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{title}</figcaption>
      <Plot label={label} data={data} build={build} heightPx={PLOT_PX} onPoint={setPointed} />
      {read.length > 1 && (
        <ul className={classes.legend} aria-hidden>
          {read.map((name) => (
            <li key={name}>
              <span
                className={classes.swatch}
                data-hatched={name === 'idling' || undefined}
                style={{ '--swatch': COLOURS[name][scheme] } as CSSProperties}
              />
              {t(`column.${name}`)}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.readout}>
        {day ? (
          <>
            {words(day.day)}
            {read.map((name) => (
              <span key={name}>
                {' · '}
                {t(`column.${name}`)} {cells(day.line, name)}
              </span>
            ))}
          </>
        ) : (
          t('plot.point')
        )}
      </p>
    </figure>
  );
}
