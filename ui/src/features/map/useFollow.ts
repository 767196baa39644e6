/** Keeps the map on a vehicle while it moves, until someone moves the map themselves. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import type { Vehicle } from '@/ipc/generated/contract';
import { STREETS_ZOOM } from './fleetBounds';
import { viewOf } from './uncovered';

/** The keys by which the map is moved. */
const MOVING_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

const GLIDE_MS = 800;

interface Options {
  map: MapLibreMap;
  /** The vehicle in hand, as it is known now. */
  vehicle: Vehicle | null;
  isFollowing: boolean;
  isInHand: RefObject<boolean>;
  coveredPx: number;
  onStop(): void;
}

export function useFollow(options: Options): void {
  const { map, vehicle, isFollowing, isInHand, coveredPx } = options;
  const onStop = useRef(options.onStop);
  onStop.current = options.onStop;
  /** The vehicle that the map has come to; what zoom a person chooses from then on stays. */
  const reached = useRef<string | null>(null);

  const [id, latitude, longitude] = [vehicle?.id, vehicle?.latitude, vehicle?.longitude];
  useEffect(() => {
    if (!isFollowing) reached.current = null;
    if (!isFollowing || !id || latitude === undefined || longitude === undefined) return;
    isInHand.current = true;
    const isFirst = reached.current !== id;
    reached.current = id;
    const { offset } = viewOf(map, { latitude, longitude }, coveredPx);
    map.easeTo({
      center: [longitude, latitude],
      offset,
      ...(isFirst && { zoom: Math.max(map.getZoom(), STREETS_ZOOM) }),
      duration: GLIDE_MS,
    });
  }, [map, isFollowing, isInHand, id, latitude, longitude, coveredPx]);

  useEffect(() => {
    if (!isFollowing) return;
    const canvas = map.getCanvas();
    const stop = () => onStop.current();
    const onKey = ({ key }: KeyboardEvent) => {
      if (MOVING_KEYS.includes(key)) stop();
    };
    map.on('dragstart', stop);
    canvas.addEventListener('keydown', onKey);
    return () => {
      map.off('dragstart', stop);
      canvas.removeEventListener('keydown', onKey);
    };
  }, [map, isFollowing]);
}
