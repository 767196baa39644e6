/**
 * Tells those who can't see the map how much it shows, when a person has moved it. What the map does by
 * itself, and what vehicles do, is not told.
 */
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Cluster, Vehicle } from '@/ipc/generated/contract';
import { useMap } from '@/map/MapContext';
import { shownCounts } from './shownCounts';
import { isByItself } from './useFleetFit';
import { useScreen } from './useScreen';
import { useShownWords } from './useShownWords';

interface Props {
  vehicles: readonly Vehicle[];
  clusters: readonly Cluster[];
  /** What is given is of another viewport still. */
  isOutdated: boolean;
}

export function MapAnnouncer({ vehicles, clusters, isOutdated }: Props) {
  const { map } = useMap();
  const { edges } = useScreen(map);
  const words = useShownWords();
  const [moves, setMoves] = useState(0);
  const toldMoves = useRef(0);
  const [told, setTold] = useState('');

  useEffect(() => {
    const moved = (event: object) => {
      if (!isByItself(event)) setMoves((count) => count + 1);
    };
    map.on('moveend', moved);
    return () => {
      map.off('moveend', moved);
    };
  }, [map]);

  useEffect(() => {
    if (isOutdated || toldMoves.current === moves) return;
    toldMoves.current = moves;
    setTold(words(shownCounts(vehicles, clusters, edges)));
  }, [moves, isOutdated, vehicles, clusters, edges, words]);

  return (
    <VisuallyHidden role="status" data-testid="map-announcer">
      {told}
    </VisuallyHidden>
  );
}
