/** The fleet on the map. */
import { type CSSProperties, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFilter } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';
import { MapCanvas } from '@/map/MapCanvas';
import { FleetLayers } from './FleetLayers';
import classes from './FleetMap.module.css';

interface Props {
  filter: DeviceFilter;
  selected: string | null;
  onSelect(id: string | null): void;
  /** Width of what covers the map at its inline end, in pixels. */
  coveredPx: number;
}

export function FleetMap({ filter, selected, onSelect, coveredPx }: Props) {
  const { t } = useTranslation('map');
  const { units } = useSettings();
  const isInHand = useRef(false);
  const shown = useRef<string | null>(null);
  return (
    <section
      aria-label={t('label')}
      className={classes.fleetMap}
      style={{ '--map-covered': `${coveredPx}px` } as CSSProperties}
    >
      <MapCanvas units={units} onEscape={() => onSelect(null)}>
        <FleetLayers
          filter={filter}
          selected={selected}
          onSelect={onSelect}
          coveredPx={coveredPx}
          isInHand={isInHand}
          shown={shown}
        />
      </MapCanvas>
    </section>
  );
}
