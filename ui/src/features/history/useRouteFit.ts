/**
 * Fits the map to the route: whenever another device, other days, or another part is shown, and while
 * a route grows by what is fetched, as long as nobody has taken the map in hand.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import type { RouteView } from '@/ipc/generated/contract';
import { cornersOfRoute } from '@/map/routes';
import { cornersOfPart, type Part } from './part';

export const PADDING_PX = 48;

/** A vehicle that only stood is shown with its streets around it. */
export const CLOSEST_ZOOM = 16;

export interface Reached {
  subject: string;
  focus: Part | null;
}

interface Options {
  map: MapLibreMap;
  route: RouteView;
  /** It, and those that are shown beside it. */
  all: readonly RouteView[];
  /** Which device and days are shown. */
  subject: string;
  focus: Part | null;
  /** What the map was moved to; outlives a change of style. */
  reached: RefObject<Reached | null>;
}

export function useRouteFit({ map, route, all, subject, focus, reached }: Options): () => void {
  const isInHand = useRef(reached.current !== null);

  useEffect(() => {
    const take = (event: object) => {
      if ('originalEvent' in event && event.originalEvent) isInHand.current = true;
    };
    // The buttons stand beside the map, and what they do carries no event of a person.
    const zooms = (event: object) => {
      if (!('byItself' in event)) isInHand.current = true;
    };
    map.on('movestart', take);
    map.on('zoomstart', zooms);
    return () => {
      map.off('movestart', take);
      map.off('zoomstart', zooms);
    };
  }, [map]);

  useEffect(() => {
    const before = reached.current;
    const isNew = before?.subject !== subject || before.focus !== focus;
    if (!isNew && isInHand.current) return;
    // The map opens at the route: only what is looked at after that is flown to.
    if (!fitTo(map, route, all, focus, isNew && before !== null)) return;
    if (isNew) isInHand.current = false;
    reached.current = { subject, focus };
  }, [map, route, all, subject, focus, reached]);

  return () => fitTo(map, route, all, null, true);
}

/** Whether there was something to move to. */
function fitTo(
  map: MapLibreMap,
  route: RouteView,
  all: readonly RouteView[],
  focus: Part | null,
  animate: boolean,
): boolean {
  const corners = focus
    ? cornersOfPart(route, focus)
    : cornersOfRoute({
        latitudes: all.flatMap(({ latitudes }) => latitudes),
        longitudes: all.flatMap(({ longitudes }) => longitudes),
      });
  if (!corners) return false;
  const fitted = { padding: PADDING_PX, maxZoom: CLOSEST_ZOOM, animate };
  map.fitBounds(corners, fitted, { byItself: true });
  return true;
}
