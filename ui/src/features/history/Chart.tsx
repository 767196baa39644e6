/** One chart with its name, its value at the moment, and its picture. */
import { useComputedColorScheme } from '@mantine/core';
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { RouteView } from '@/ipc/generated/contract';
import { Plot } from '@/plot/Plot';
import { chartData, spansOf, valueAt } from './chartData';
import { type ChartKind, useChartScale } from './chartScale';
import classes from './history.module.css';
import { indexAt } from './moments';
import type { Part } from './part';
import type { Playback } from './playback';
import { type Band, bandColour, routePlot } from './routePlot';
import { usePlayback } from './usePlayback';

const SPEED_PX = 170;
const READING_PX = 130;

const NO_VALUES: readonly null[] = [];
const NO_BANDS: readonly Band[] = [];

interface Props {
  kind: ChartKind;
  route: RouteView;
  /** The time that is shown. */
  part: Part;
  playback: Playback;
  onPart(part: Part): void;
}

export function Chart({ kind, route, part, playback, onPart }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const scale = useChartScale(kind);
  const isSpeed = kind === 'speed';
  const values = isSpeed
    ? route.speedKmh
    : (route.readings.find((reading) => reading.kind === kind)?.values ?? NO_VALUES);
  const data = useMemo(() => chartData(route, values, scale.toShown), [route, values, scale]);
  const bands = useMemo(() => (isSpeed ? bandsOf(route) : NO_BANDS), [route, isSpeed]);
  // By its numbers: the part is made anew with each render, and another picture costs more.
  const { from, to } = part;
  const build = useMemo(
    () =>
      routePlot({
        formats,
        part: { from, to },
        playback,
        onPart,
        valueText: scale.axisText,
        isFromZero: scale.isFromZero,
        bands,
      }),
    [formats, from, to, playback, onPart, scale, bands],
  );
  const text = (at: number) => formats.moment(new Date(at * 1000).toISOString());
  return (
    <div className={classes.chart} data-chart={kind}>
      <div className={classes.line}>
        <h3 className={classes.chartName}>
          {t('charts.withUnit', { name: scale.name, unit: scale.unit })}
        </h3>
        <Value route={route} values={values} playback={playback} valueText={scale.valueText} />
        {bands.map((band, place) => (
          <BandKey key={band.sign} band={band} place={place} isSigned={bands.length > 1} />
        ))}
      </div>
      {isSpeed && values.every((value) => value === null) && (
        <p className={classes.hint}>{t('charts.noSpeed')}</p>
      )}
      <Plot
        label={t('charts.picture', { name: scale.name, from: text(from), to: text(to) })}
        data={data}
        build={build}
        heightPx={isSpeed ? SPEED_PX : READING_PX}
      />
    </div>
  );
}

interface ValueProps {
  route: RouteView;
  values: readonly (number | null)[];
  playback: Playback;
  valueText(value: number): string;
}

/** Follows the moment fix by fix. */
function Value({ route, values, playback, valueText }: ValueProps) {
  const { t } = useTranslation('history');
  const place = usePlayback(playback, (from) => indexAt(route.atS, from.moment()));
  const value = valueAt(route.afterGap, values, place);
  return (
    <span className={classes.chartValue}>
      {value === null ? t('charts.unknown') : valueText(value)}
    </span>
  );
}

/** The lines that were on at any time, the ignition first. */
function bandsOf(route: RouteView): Band[] {
  const lines = [{ number: 1, on: route.ignition }, ...route.inputs];
  return lines
    .map(({ number, on }) => ({ sign: String(number), spans: spansOf(route, on) }))
    .filter(({ spans }) => spans.length > 0);
}

interface BandKeyProps {
  band: Band;
  place: number;
  isSigned: boolean;
}

function BandKey({ band: { sign }, place, isSigned }: BandKeyProps) {
  const { t } = useTranslation('history');
  const scheme = useComputedColorScheme('light');
  const name = sign === '1' ? t('charts.ignition') : t('charts.input', { number: sign });
  return (
    <span className={classes.key} data-input={sign}>
      <span
        className={classes.swatch}
        data-band
        style={{ '--swatch': bandColour(scheme, place) } as CSSProperties}
      />
      {isSigned ? t('charts.signed', { sign, name }) : name}
    </span>
  );
}
