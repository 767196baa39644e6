/** The fleet on the map. */
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '@/ipc/client';
import type { DeviceFilter } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';
import { MapCanvas } from '@/map/MapCanvas';
import { type MapOpening, WHOLE_WORLD } from '@/map/useMapLibre';
import type { Chosen } from '@/table/useSelection';
import type { Outcome } from './ActionMenu';
import { FleetLayers } from './FleetLayers';
import classes from './FleetMap.module.css';
import { CLOSEST_ZOOM, cornersOf, PADDING_PX } from './fleetBounds';
import type { MarkedPlace, MenuTarget } from './places';

interface Props {
  filter: DeviceFilter;
  selected: string | null;
  onSelect(id: string): void;
  onFilter(filter: DeviceFilter): void;
  /** Width of what covers the map at its inline end, in pixels. */
  coveredPx: number;
  isFollowing: boolean;
  /** The devices that are chosen in the list. */
  chosen: Chosen;
  place: MarkedPlace | null;
  onMark(place: MarkedPlace | null): void;
  onMenu(target: MenuTarget): void;
  onStopFollowing(): void;
  onOutcome(outcome: Outcome): void;
  /** Escape where nothing of the map's own ends by it. */
  onEscape(): void;
}

export function FleetMap({ onEscape, ...props }: Props) {
  const { filter, selected, coveredPx, isFollowing, place } = props;
  const { t } = useTranslation('map');
  const { units } = useSettings();
  const isInHand = useRef(false);
  const shown = useRef<string | null>(null);
  const reached = useRef<MarkedPlace | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const opensAt = useOpening(filter, selected);
  const letGo = () => {
    if (isDrawing) setDrawing(false);
    else if (isFollowing) props.onStopFollowing();
    else if (place) props.onMark(null);
    else onEscape();
  };
  return (
    <section
      aria-label={t('label')}
      className={classes.fleetMap}
      style={{ '--map-covered': `${coveredPx}px` } as CSSProperties}
    >
      {opensAt && (
        <MapCanvas units={units} opensAt={opensAt} onEscape={letGo}>
          <FleetLayers
            {...props}
            isInHand={isInHand}
            shown={shown}
            reached={reached}
            isDrawing={isDrawing}
            onDraw={setDrawing}
            isListOpen={isListOpen}
            onListOpen={setListOpen}
          />
        </MapCanvas>
      )}
    </section>
  );
}

/**
 * Where the map opens, once that is known: at what is known of the fleet, so that no tile of the
 * world is read only to be left.
 */
function useOpening(filter: DeviceFilter, selected: string | null): MapOpening | null {
  const first = useRef({ filter, selected });
  const [opening, setOpening] = useState<MapOpening | null>(null);
  useEffect(() => {
    let isWanted = true;
    const open = (opensAt: MapOpening) => isWanted && setOpening(opensAt);
    // A vehicle that is selected already takes the map to itself.
    if (first.current.selected !== null) open(WHOLE_WORLD);
    else
      call('fleet_bounds', first.current.filter).then(
        (bounds) =>
          open(
            bounds
              ? {
                  bounds: cornersOf(bounds),
                  fitBoundsOptions: { padding: PADDING_PX, maxZoom: CLOSEST_ZOOM },
                }
              : WHOLE_WORLD,
          ),
        () => open(WHOLE_WORLD),
      );
    return () => {
      isWanted = false;
    };
  }, []);
  return opening;
}
