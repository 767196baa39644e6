/** Follows what stands in the way of the chosen map, and has its tiles asked for again in time. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { MapTrouble } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { CHOSEN_GROUND, isOfChosenMap } from './style/chosen';

export function useMapTrouble(map: MapLibreMap | undefined, styleEpoch: number): MapTrouble | null {
  const queries = useQueryClient();
  const { data, dataUpdatedAt } = useQuery(viewQuery('map_trouble', {}));
  const trouble = data ?? null;
  const isInTrouble = trouble !== null;
  const was = useRef(isInTrouble);

  // It has passed: what failed before is asked for now.
  useEffect(() => {
    if (map && was.current && !isInTrouble) refresh(map);
    was.current = isInTrouble;
  }, [map, isInTrouble]);

  // The server may be asked again, though nobody moves the map.
  const retryInS = trouble?.retryInS ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts anew, even one that says the same.
  useEffect(() => {
    if (!map || retryInS === null) return;
    const timer = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: viewQuery('base_map', {}).queryKey });
      refresh(map);
    }, retryInS * 1000);
    return () => clearTimeout(timer);
  }, [map, queries, retryInS, dataUpdatedAt]);

  // The ground of a map that can't be had must not hide the world beneath.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new style has new layers.
  useEffect(() => {
    if (!map) return;
    for (const id of map.getLayersOrder()) {
      if (!id.startsWith(CHOSEN_GROUND)) continue;
      map.setLayoutProperty(id, 'visibility', isInTrouble ? 'none' : 'visible');
    }
  }, [map, isInTrouble, styleEpoch]);

  return trouble;
}

function refresh(map: MapLibreMap): void {
  for (const [name, { type }] of Object.entries(map.getStyle()?.sources ?? {})) {
    if (isOfChosenMap(name) && type !== 'geojson') map.refreshTiles(name);
  }
}
