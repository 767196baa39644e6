/**
 * Opens the menu of what lies under the pointer or a finger that stays, and by the key for menus that of
 * the vehicle in hand, or of the middle of the map.
 */
import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent, PointLike } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { isMenuKey } from '@/components/menuKey';
import type { Vehicle } from '@/ipc/generated/contract';
import { wrapped } from '@/map/viewport';
import type { MenuTarget } from './places';
import { middleOf, viewOf } from './uncovered';

const LONG_PRESS_MS = 500;

/** A finger is never quite still, in pixels. */
const STILL_PX = 10;

/** A vehicle so near to where someone points is the one that they mean, in pixels. */
const REACH_PX = 6;

interface Options {
  map: MapLibreMap;
  vehicles: readonly Vehicle[];
  /** The vehicle whose panel is open. */
  selected: Vehicle | null;
  coveredPx: number;
  onMenu(target: MenuTarget): void;
}

interface ScreenPoint {
  x: number;
  y: number;
}

export function useMapMenu(options: Options): void {
  const { map } = options;
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    const canvas = map.getCanvas();

    const open = (point: ScreenPoint, vehicle: Vehicle | null) => {
      const { left, top } = canvas.getBoundingClientRect();
      const { lat, lng } = map.unproject([point.x, point.y]);
      const position = vehicle ?? { latitude: lat, longitude: wrapped(lng) };
      const { latitude, longitude } = position;
      latest.current.onMenu({
        at: { x: left + point.x, y: top + point.y },
        vehicle: vehicle && { id: vehicle.id, name: vehicle.name },
        position: { latitude, longitude },
        onCentre: () => {
          const { offset } = viewOf(map, position, latest.current.coveredPx);
          map.easeTo({ center: [longitude, latitude], offset });
        },
      });
    };

    const vehicleAt = ({ x, y }: ScreenPoint): Vehicle | null => {
      const box: [PointLike, PointLike] = [
        [x - REACH_PX, y - REACH_PX],
        [x + REACH_PX, y + REACH_PX],
      ];
      let nearest: { id: unknown; distance: number } | null = null;
      for (const { source, geometry, properties } of map.queryRenderedFeatures(box)) {
        if (source !== 'vehicles' || geometry.type !== 'Point') continue;
        const [longitude = 0, latitude = 0] = geometry.coordinates;
        const sign = map.project([longitude, latitude]);
        const distance = Math.hypot(sign.x - x, sign.y - y);
        if (!nearest || distance < nearest.distance) nearest = { id: properties.id, distance };
      }
      return latest.current.vehicles.find(({ id }) => id === nearest?.id) ?? null;
    };

    const onPointer = (event: MapMouseEvent) => {
      event.preventDefault();
      open(event.point, vehicleAt(event.point));
    };

    const onKey = (event: KeyboardEvent) => {
      if (!isMenuKey(event)) return;
      event.preventDefault();
      const { selected, coveredPx } = latest.current;
      if (selected && viewOf(map, selected, coveredPx).isInView) {
        open(map.project([selected.longitude, selected.latitude]), selected);
        return;
      }
      const [x, y] = middleOf(map, coveredPx);
      open({ x, y }, null);
    };

    let press: { timer: number; from: ScreenPoint; isLong: boolean } | null = null;
    const release = () => {
      if (press) window.clearTimeout(press.timer);
      press = null;
    };
    const onTouch = (event: MapTouchEvent) => {
      release();
      if (event.points.length !== 1) return;
      const from = event.point;
      const timer = window.setTimeout(() => {
        if (press) press.isLong = true;
        open(from, vehicleAt(from));
      }, LONG_PRESS_MS);
      press = { timer, from, isLong: false };
    };
    const onTouchMove = ({ point }: MapTouchEvent) => {
      if (press && Math.hypot(point.x - press.from.x, point.y - press.from.y) > STILL_PX) release();
    };
    const onTouchEnd = (event: MapTouchEvent) => {
      // Or the click that follows would close the menu, or open the vehicle.
      if (press?.isLong) event.originalEvent.preventDefault();
      release();
    };

    map.on('contextmenu', onPointer);
    map.on('touchstart', onTouch);
    map.on('touchmove', onTouchMove);
    map.on('touchend', onTouchEnd);
    map.on('touchcancel', release);
    canvas.addEventListener('keydown', onKey);
    return () => {
      release();
      map.off('contextmenu', onPointer);
      map.off('touchstart', onTouch);
      map.off('touchmove', onTouchMove);
      map.off('touchend', onTouchEnd);
      map.off('touchcancel', release);
      canvas.removeEventListener('keydown', onKey);
    };
  }, [map]);
}
