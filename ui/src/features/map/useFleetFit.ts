/**
 * Fits the map to the fleet: by itself until someone takes the map in hand, since the first round
 * through the fleet finds vehicles one by one; after that by the button alone.
 */
import type { FitBoundsOptions, Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import { call } from '@/ipc/client';
import type { Bounds, DeviceFilter } from '@/ipc/generated/contract';
import { isWithin } from '@/map/viewport';
import { CLOSEST_ZOOM, cornersOf, PADDING_PX } from './fleetBounds';

/** What a person does to a map. */
const IN_HAND = ['pointerdown', 'wheel', 'keydown'] as const;

/** What the events of a move carry that no person made. */
const BY_ITSELF = { byItself: true };

/** Whether the map moved by itself. */
export function isByItself(event: object): boolean {
  return 'byItself' in event && event.byItself === true;
}

function shows(map: MapLibreMap, { west, south, east, north }: Bounds): boolean {
  const screen = map.getBounds();
  const edges = {
    west: screen.getWest(),
    south: screen.getSouth(),
    east: screen.getEast(),
    north: screen.getNorth(),
  };
  return isWithin(edges, [west, south]) && isWithin(edges, [east, north]);
}

interface Options {
  map: MapLibreMap;
  filter: DeviceFilter;
  /** Changes when positions may have changed. */
  revision: number | undefined;
  /** Outlives a change of style: whether someone has taken the map in hand. */
  isInHand: RefObject<boolean>;
  /** Width of what covers the map at its inline end, in pixels. */
  coveredPx: number;
}

export function useFleetFit({ map, filter, revision, isInHand, coveredPx }: Options) {
  const isAsking = useRef(false);
  const latest = useRef({ filter, coveredPx });
  latest.current = { filter, coveredPx };

  useEffect(() => {
    const take = () => {
      isInHand.current = true;
    };
    const canvas = map.getCanvasContainer();
    for (const name of IN_HAND) canvas.addEventListener(name, take, { passive: true });
    // The buttons stand beside the canvas.
    const zooms = (event: object) => {
      if (!isByItself(event)) take();
    };
    map.on('zoomstart', zooms);
    return () => {
      map.off('zoomstart', zooms);
      for (const name of IN_HAND) canvas.removeEventListener(name, take);
    };
  }, [map, isInHand]);

  const fitTo = (bounds: Bounds, animate: boolean, by = {}) => {
    const isMirrored = getComputedStyle(map.getContainer()).direction === 'rtl';
    const covered = Math.min(latest.current.coveredPx, map.getContainer().clientWidth / 2);
    const fitted: FitBoundsOptions = {
      padding: {
        top: PADDING_PX,
        bottom: PADDING_PX,
        left: PADDING_PX + (isMirrored ? covered : 0),
        right: PADDING_PX + (isMirrored ? 0 : covered),
      },
      maxZoom: CLOSEST_ZOOM,
      animate,
    };
    map.fitBounds(cornersOf(bounds), fitted, by);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: new positions are what it waits for.
  useEffect(() => {
    if (revision === undefined || isInHand.current || isAsking.current) return;
    isAsking.current = true;
    const isFirst = map.getContainer().dataset.fitted !== 'true';
    call('fleet_bounds', latest.current.filter)
      .then(
        (bounds) => {
          if (!bounds || isInHand.current || (!isFirst && shows(map, bounds))) return;
          map.getContainer().dataset.fitted = 'true';
          fitTo(bounds, !isFirst, BY_ITSELF);
        },
        () => {
          // The next positions bring the next chance.
        },
      )
      .finally(() => {
        isAsking.current = false;
      });
  }, [map, revision, isInHand]);

  return {
    /** Fits now, whoever holds the map. */
    fit: () => {
      call('fleet_bounds', latest.current.filter).then(
        (bounds) => bounds && fitTo(bounds, true),
        () => {
          // The list says what is wrong with the connection to the backend.
        },
      );
    },
    /** Fits to bounds that someone wants to see. */
    fitTo: (bounds: Bounds) => {
      isInHand.current = true;
      fitTo(bounds, true);
    },
  };
}
