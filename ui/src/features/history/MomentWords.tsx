/** What is known of the moment: when it is, how fast, whether the vehicle stood. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { RouteView, StopView } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { indexAt, placeAt, stopAt } from './moments';
import type { Playback } from './playback';
import { usePlayback } from './usePlayback';

interface Props {
  playback: Playback;
  routeAt(moment: number): RouteView;
  stops: readonly StopView[];
}

export function MomentWords({ playback, routeAt, stops }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const moment = usePlayback(playback, (from) => Math.floor(from.moment()));
  const at = new Date(moment * 1000).toISOString();
  const route = routeAt(moment);
  const place = Math.max(0, indexAt(route.atS, moment));
  const speed = route.speedKmh[place] ?? null;
  const ignition = route.ignition[place] ?? null;
  const stop = stopAt(stops, moment);
  const words = placeAt(route, moment)?.isInGap
    ? [t('playback.gap')]
    : [
        speed === null ? t('playback.noSpeed') : formats.speed(speed),
        ignition !== null && t(ignition ? 'playback.on' : 'playback.off'),
        stop &&
          t('playback.stop', {
            number: stop.number,
            duration: formats.duration(stop.durationS * 1000),
          }),
      ].filter((word) => typeof word === 'string');
  return (
    <p className={classes.moment}>
      <time dateTime={at} data-testid="history-moment">
        {formats.moment(at)}
      </time>
      {words.map((word) => (
        <span key={word}> · {word}</span>
      ))}
    </p>
  );
}
