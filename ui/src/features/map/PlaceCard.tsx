/** A point that was marked on the map, and the vehicles nearest to it. */
import { Button, CloseButton, Loader, Paper, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import { useFormats, useNow } from '@/format/FormatProvider';
import { StatusIcon } from '@/format/StatusIcon';
import { useStatusWords } from '@/format/useStatusWords';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceFilter, NearDevice } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import classes from './MapActions.module.css';
import type { MarkedPlace } from './places';

/** As many as a person compares. */
const LISTED = 10;

interface Props {
  filter: DeviceFilter;
  place: MarkedPlace;
  onMark(place: MarkedPlace | null): void;
  onOpen(id: string): void;
}

export function PlaceCard({ filter, place, onMark, onOpen }: Props) {
  const { t } = useTranslation('mapActions');
  const { position, vehicle, isListed } = place;
  const card = useRef<HTMLDivElement>(null);
  // Whoever asked for it goes on here by keyboard, and hears what it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another answer.
  useEffect(() => card.current?.focus({ preventScroll: true }), [place]);
  const title = vehicle ? t('place.near', { name: vehicle.name }) : t('place.point');
  return (
    <Paper
      ref={card}
      withBorder
      shadow="sm"
      component="section"
      tabIndex={-1}
      aria-label={title}
      className={classes.card}
      data-testid="place-card"
    >
      <header className={classes.cardTitle}>
        <div>
          <strong>{title}</strong>
          <bdi dir="ltr" className={classes.quiet}>
            {coordinatesText(position)}
          </bdi>
        </div>
        <CloseButton size="sm" aria-label={t('place.close')} onClick={() => onMark(null)} />
      </header>
      {isListed ? (
        <Nearest filter={filter} place={place} onOpen={onOpen} />
      ) : (
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => onMark({ ...place, isListed: true, isWanted: false })}
        >
          {t('place.nearest')}
        </Button>
      )}
    </Paper>
  );
}

function Nearest({ filter, place, onOpen }: Omit<Props, 'onMark'>) {
  const { t } = useTranslation('mapActions');
  const { latitude, longitude } = place.position;
  const except = place.vehicle?.id ?? null;
  const { data, error, isPlaceholderData, refetch } = useQuery(
    viewQuery('nearest_devices', { filter, latitude, longitude, limit: LISTED, except }),
  );
  if (error && !data) {
    return (
      <ErrorNotice title={t('place.failed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  // The answer about the place before is none about this one.
  if (!data || isPlaceholderData)
    return <Loader size="xs" role="status" aria-label={t('place.loading')} />;
  if (data.length === 0) return <p className={classes.quiet}>{t('place.none')}</p>;
  const { text, statuses, groups, tags, odd } = filter;
  const isNarrowed = odd || text !== '' || [statuses, groups, tags].some((part) => part.length > 0);
  return (
    <>
      {isNarrowed && <p className={classes.quiet}>{t('place.filtered')}</p>}
      <ol className={classes.near}>
        {data.map((device) => (
          <li key={device.id}>
            <Near device={device} onOpen={onOpen} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Near({ device, onOpen }: { device: NearDevice; onOpen(id: string): void }) {
  const { t } = useTranslation('mapActions');
  const { thresholds } = useSettings();
  const formats = useFormats();
  const words = useStatusWords(thresholds);
  const now = useNow();
  return (
    <UnstyledButton className={classes.nearRow} onClick={() => onOpen(device.id)}>
      <StatusIcon status={device.status} size={16} />
      <span className={classes.nearName}>
        <span className={classes.nearTitle}>
          <bdi>{device.name}</bdi>
        </span>
        <span className={classes.quiet}>
          {t('place.state', {
            status: words.name(device.status),
            age: formats.age(now - Date.parse(device.fixAt)),
          })}
        </span>
      </span>
      <span className={classes.nearDistance}>{formats.distance(device.distanceM)}</span>
    </UnstyledButton>
  );
}
