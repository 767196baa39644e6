/** What the map shows, as a list: for those who can't see it, and for whoever would rather read. */
import { ActionIcon, Paper } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceFilter, ListedCluster } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { goInto } from '@/map/goInto';
import { useMap } from '@/map/MapContext';
import { boundsBetween } from '@/map/viewport';
import classes from './MapList.module.css';
import { ClusterEntry, VehicleEntry } from './MapListEntries';
import { useScreen } from './useScreen';
import { useShownWords } from './useShownWords';

interface Props {
  id: string;
  filter: DeviceFilter;
  selected: string | null;
  zoom: number;
  onSelect(id: string): void;
  /** Someone goes into a cluster. */
  onGo(): void;
  onClose(): void;
}

export function MapList({ id, filter, selected, zoom, onSelect, onGo, onClose }: Props) {
  const { t } = useTranslation('map');
  const formats = useFormats();
  const words = useShownWords();
  const { map } = useMap();
  const { edges, middle } = useScreen(map);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: list, isError } = useQuery({
    ...viewQuery('map_list', { filter, selected, bounds: boundsBetween(edges), zoom }),
    gcTime: 0,
  });

  // Whoever opens it reads on there.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const go = (cluster: ListedCluster) => {
    onGo();
    goInto(map, cluster);
    // The cluster comes apart, and its entry goes.
    heading.current?.focus({ preventScroll: true });
  };
  const left =
    (list?.vehiclesTotal ?? 0) -
    (list?.vehicles.length ?? 0) +
    (list?.clustersTotal ?? 0) -
    (list?.clusters.length ?? 0);
  const headingId = `${id}-heading`;
  return (
    <Paper
      withBorder
      component="section"
      id={id}
      aria-labelledby={headingId}
      className={classes.list}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={classes.header}>
        <h2 ref={heading} id={headingId} tabIndex={-1} className={classes.heading}>
          {t('list.title')}
        </h2>
        <ActionIcon variant="subtle" color="gray" aria-label={t('list.close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {list && (
        <p className={classes.summary}>
          {words({
            vehicles: list.vehiclesTotal,
            clusters: list.clustersTotal,
            devices: list.devices,
          })}
        </p>
      )}
      {isError && <p className={classes.summary}>{t('failed.view')}</p>}
      <ul className={classes.entries}>
        {list?.vehicles.map((vehicle) => (
          <li key={vehicle.id}>
            <VehicleEntry
              vehicle={vehicle}
              middle={middle}
              edges={edges}
              isSelected={vehicle.id === selected}
              onOpen={() => onSelect(vehicle.id)}
            />
          </li>
        ))}
        {list?.clusters.map((cluster) => (
          <li key={`${cluster.latitude},${cluster.longitude}`}>
            <ClusterEntry
              cluster={cluster}
              middle={middle}
              edges={edges}
              onOpen={() => go(cluster)}
            />
          </li>
        ))}
        {left > 0 && (
          <li className={classes.more}>
            {t('list.more', { count: left, total: formats.count(left) })}
          </li>
        )}
      </ul>
    </Paper>
  );
}
