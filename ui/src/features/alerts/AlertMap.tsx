/** Where alerts were raised, on the map; each sign leads to its day of its vehicle. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertPoint, AlertsShown } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import { AlertLayer, type AlertMark } from '@/map/AlertLayer';
import { MapCanvas } from '@/map/MapCanvas';
import { cornersOf } from '@/map/routes';
import classes from './alerts.module.css';
import { useKindWords } from './words';

const FIT = { padding: 48, maxZoom: 15 } as const;
const nothing = () => {};

interface Props {
  shown: AlertsShown;
  onHistory(device: string, day: string): void;
}

export function AlertMap({ shown, onHistory }: Props) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const { data, error, refetch } = useQuery(viewQuery('alert_points', shown));
  if (error && !data) {
    return (
      <ErrorNotice title={t('onMap.failed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  const { points, matched } = data;
  return (
    <section aria-label={t('onMap.title')}>
      <div className={classes.map}>
        <DrawnAlerts points={points} onHistory={onHistory} />
      </div>
      {matched > points.length && (
        <p className={page.hint}>
          {t('onMap.cut', { shown: formats.count(points.length), total: formats.count(matched) })}
        </p>
      )}
    </section>
  );
}

function DrawnAlerts({ points, ...props }: Pick<Props, 'onHistory'> & { points: AlertPoint[] }) {
  const words = useKindWords();
  const { units } = useSettings();
  const corners = useMemo(
    () => cornersOf(points.map(({ longitude, latitude }) => [longitude, latitude])),
    [points],
  );
  const marks = points.map(
    ({ latitude, longitude, ...told }): AlertMark => ({
      latitude,
      longitude,
      label: words.alert(told),
    }),
  );
  return (
    <MapCanvas
      units={units}
      opensAt={corners ? { bounds: corners, fitBoundsOptions: FIT } : {}}
      onEscape={nothing}
    >
      <AlertLayer
        marks={marks}
        onOpen={(place) => {
          const point = points[place];
          if (point) props.onHistory(point.device, dayText(point.at));
        }}
      />
    </MapCanvas>
  );
}
