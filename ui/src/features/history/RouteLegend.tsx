/** Which colour of the route stands for what. */
import { useComputedColorScheme } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colouring } from '@/map/routes';
import { SPEED_COLOURS, UNKNOWN_SPEED } from '@/map/speedClasses';
import { type ChartKind, useChartScale } from './chartScale';
import classes from './history.module.css';

interface Props {
  /** What is measured; speed where trips are told apart. */
  kind: ChartKind;
  colouring: Colouring;
}

export function RouteLegend({ kind, colouring }: Props) {
  const { t } = useTranslation('history');
  const scheme = useComputedColorScheme('light');
  const { valueText, name } = useChartScale(kind);
  if (colouring.by === 'trip') {
    return (
      <ul className={classes.legend} aria-label={t('map.legendTrips')}>
        <li>{t('map.tripNumbers')}</li>
        <Entry name={t('map.noTrip')} colour={UNKNOWN_SPEED[scheme]} />
      </ul>
    );
  }
  const { values, limits } = colouring;
  const isKnown = values.some((value) => value !== null);
  const names = [undefined, ...limits].map((from, at) => {
    const to = limits[at];
    if (from === undefined) return t('map.below', { to: valueText(to ?? 0) });
    if (to === undefined) return t('map.above', { from: valueText(from) });
    return t('map.between', { from: valueText(from), to: valueText(to) });
  });
  const entries = isKnown
    ? names.map((name, at) => ({ name, colour: SPEED_COLOURS[scheme][at] }))
    : [];
  if (values.includes(null)) {
    const word = kind === 'speed' ? 'map.unknown' : 'map.notTold';
    entries.push({ name: t(word), colour: UNKNOWN_SPEED[scheme] });
  }
  return (
    <ul className={classes.legend} aria-label={t('map.legend', { name })}>
      {entries.map((entry) => (
        <Entry key={entry.name} {...entry} />
      ))}
    </ul>
  );
}

function Entry({ name, colour }: { name: string; colour: string | undefined }) {
  return (
    <li>
      <span className={classes.swatch} style={{ '--swatch': colour } as CSSProperties} />
      {name}
    </li>
  );
}
