/** One vehicle, and one cluster, of what the map shows. */
import { UnstyledButton } from '@mantine/core';
import { IconCircles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { compassPoint } from '@/format/compass';
import { useFormats, useNow } from '@/format/FormatProvider';
import { StatusIcon } from '@/format/StatusIcon';
import { usePositionWords } from '@/format/usePositionWords';
import { useStatusWords } from '@/format/useStatusWords';
import type { ListedCluster, ListedVehicle } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';
import { wayTo } from '@/map/direction';
import type { Degrees } from '@/map/mercator';
import type { Edges } from '@/map/viewport';
import classes from './MapList.module.css';

/** Ages are read, not watched. */
const AGE_STEP_MS = 10_000;

/** Closer to the middle than this share of the screen's height, a direction says nothing. */
const MIDDLE_SHARE = 0.06;

interface Sight {
  middle: Degrees;
  edges: Edges;
}

function useWhere({ middle, edges }: Sight): (to: Degrees) => string {
  const { t } = useTranslation(['map', 'device']);
  const formats = useFormats();
  return (to) => {
    const { distanceM, bearingDeg } = wayTo(middle, to);
    const { longitude } = middle;
    const height = wayTo(
      { longitude, latitude: edges.south },
      { longitude, latitude: edges.north },
    );
    if (distanceM < height.distanceM * MIDDLE_SHARE) return t('list.inMiddle');
    return t('list.fromMiddle', {
      distance: formats.distance(distanceM),
      point: t(`device:compass.${compassPoint(bearingDeg)}`),
    });
  };
}

interface VehicleProps extends Sight {
  vehicle: ListedVehicle;
  isSelected: boolean;
  onOpen(): void;
}

export function VehicleEntry({ vehicle, isSelected, onOpen, ...sight }: VehicleProps) {
  const { t } = useTranslation('map');
  const { thresholds } = useSettings();
  const positions = usePositionWords();
  const status = useStatusWords(thresholds);
  const where = useWhere(sight);
  const now = useNow(AGE_STEP_MS);
  const facts = [
    status.name(vehicle.status),
    ...positions.clocks(vehicle, now),
    ...(vehicle.place ? [t('list.near', { place: vehicle.place.name })] : []),
    where(vehicle),
  ];
  return (
    <UnstyledButton
      className={classes.entry}
      aria-current={isSelected || undefined}
      onClick={onOpen}
    >
      <StatusIcon status={vehicle.status} />
      <span className={classes.words}>
        <bdi className={classes.name}>{vehicle.name}</bdi>
        {vehicle.critical && <strong className={classes.critical}>{t('critical')}</strong>}
        {vehicle.oddities.length > 0 && <span>{positions.sign(vehicle.oddities)}</span>}
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </span>
    </UnstyledButton>
  );
}

interface ClusterProps extends Sight {
  cluster: ListedCluster;
  onOpen(): void;
}

export function ClusterEntry({ cluster, onOpen, ...sight }: ClusterProps) {
  const { t } = useTranslation('map');
  const formats = useFormats();
  const where = useWhere(sight);
  const { count, moving, critical, place } = cluster;
  const total = { count, total: formats.count(count) };
  const facts = [
    ...(moving > 0 ? [t('list.moving', { count: moving, total: formats.count(moving) })] : []),
    where(cluster),
  ];
  return (
    <UnstyledButton className={classes.entry} onClick={onOpen}>
      <IconCircles size={16} aria-hidden />
      <span className={classes.words}>
        <span className={classes.name}>
          {place
            ? t('list.clusterNear', { ...total, place: place.name })
            : t('list.cluster', total)}
        </span>
        {critical > 0 && (
          <strong className={classes.critical}>
            {t('list.critical', { count: critical, total: formats.count(critical) })}
          </strong>
        )}
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </span>
    </UnstyledButton>
  );
}
