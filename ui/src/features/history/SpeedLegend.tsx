/** Which colour of the route stands for which speed. */
import { useComputedColorScheme } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { RouteView } from '@/ipc/generated/contract';
import { SPEED_COLOURS, UNKNOWN_SPEED } from '@/map/speedClasses';
import classes from './history.module.css';

interface Props {
  route: RouteView;
  /** Where each class after the slowest begins, in kilometres an hour. */
  limits: readonly number[];
}

export function SpeedLegend({ route, limits }: Props) {
  const { t } = useTranslation('history');
  const { speed } = useFormats();
  const scheme = useComputedColorScheme('light');
  const isKnown = route.speedKmh.some((value) => value !== null);
  const names = [undefined, ...limits].map((from, at) => {
    const to = limits[at];
    if (from === undefined) return t('map.below', { to: speed(to ?? 0) });
    if (to === undefined) return t('map.above', { from: speed(from) });
    return t('map.between', { from: speed(from), to: speed(to) });
  });
  const entries = isKnown
    ? names.map((name, at) => ({ name, colour: SPEED_COLOURS[scheme][at] }))
    : [];
  if (route.speedKmh.includes(null)) {
    entries.push({ name: t('map.unknown'), colour: UNKNOWN_SPEED[scheme] });
  }
  return (
    <ul className={classes.legend} aria-label={t('map.legend')}>
      {entries.map(({ name, colour }) => (
        <li key={name}>
          <span className={classes.swatch} style={{ '--swatch': colour } as CSSProperties} />
          {name}
        </li>
      ))}
    </ul>
  );
}
