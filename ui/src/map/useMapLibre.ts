/** Owns one MapLibre map: made once for a container, its style exchanged when the looks change. */
import {
  Map as MapLibreMap,
  type MapOptions,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { serveTiles } from './tileProtocol';

// Once for the page: the worker's address is bundled, and the content policy allows no other.
setWorkerUrl(workerUrl);
serveTiles();

export interface LoadedMap {
  map: MapLibreMap;
  /** Changes when a new style took the place of the layers drawn on the former one. */
  styleEpoch: number;
  /** Whether it takes layers: not until a style that was exchanged is there. */
  takesLayers: boolean;
}

/** Where a map opens: at bounds, or at the whole world. */
export type MapOpening = Pick<MapOptions, 'bounds' | 'fitBoundsOptions'>;

export const WHOLE_WORLD: MapOpening = {};

export interface OwnedMap {
  container: RefObject<HTMLDivElement | null>;
  loaded: LoadedMap | null;
  /** Why no map could be made. */
  failure: unknown;
  /** The style that MapLibre does not take; the map stays empty until it is given another one. */
  refused: StyleSpecification | null;
}

export function useMapLibre(
  style: StyleSpecification,
  opensAt: MapOpening,
  canvasLabel: string,
): OwnedMap {
  const container = useRef<HTMLDivElement>(null);
  const made = useRef<MapLibreMap | null>(null);
  const [loaded, setLoaded] = useState<LoadedMap | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState<StyleSpecification | null>(null);
  const first = useRef({ style, opensAt });
  const drawnStyle = useRef(style);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let map: MapLibreMap;
    try {
      map = new MapLibreMap({
        container: element,
        style: first.current.style,
        center: [0, 20],
        zoom: 1,
        ...first.current.opensAt,
        // Tiles come from this computer at once; kept ones only cost memory.
        maxTileCacheSize: 4,
        attributionControl: false,
        dragRotate: true,
        // Dragging with Shift chooses vehicles.
        boxZoom: false,
        // Vehicles jump from fix to fix; fading them in would only blur it.
        fadeDuration: 0,
      });
    } catch (thrown) {
      setFailure(thrown);
      return;
    }
    made.current = map;
    drawnStyle.current = first.current.style;
    let loadedStyle: StyleSpecification | null = null;
    map.on('style.load', () => {
      loadedStyle = drawnStyle.current;
      setLoaded((before) => ({
        map,
        styleEpoch: (before?.styleEpoch ?? 0) + 1,
        takesLayers: true,
      }));
    });
    map.on('error', (event) => {
      // Failing tiles are told by the backend; what fails before a style is there is the style.
      if (loadedStyle === drawnStyle.current || 'tile' in event || 'sourceId' in event) return;
      setRefused(drawnStyle.current);
    });
    const markBusy = () => {
      element.dataset.loaded = 'false';
    };
    map.on('movestart', markBusy);
    map.on('dataloading', (event) => {
      // Vehicles that move are no sign that the map is not there yet.
      const isDrawnOnIt = event.dataType === 'source' && event.source.type === 'geojson';
      if (!isDrawnOnIt) markBusy();
    });
    map.on('idle', () => {
      element.dataset.loaded = 'true';
    });
    return () => {
      setLoaded(null);
      made.current = null;
      map.remove();
    };
  }, []);

  const map = loaded?.map;
  useEffect(() => {
    map?.getCanvas().setAttribute('aria-label', canvasLabel);
  }, [map, canvasLabel]);

  // Before anything else is drawn: a layer that came before the new style would find none.
  useLayoutEffect(() => {
    if (!made.current || drawnStyle.current === style) return;
    drawnStyle.current = style;
    setLoaded((before) => before && { ...before, takesLayers: false });
    // Without a diff, so that 'style.load' tells the layers to draw themselves anew.
    made.current.setStyle(style, { diff: false });
  }, [style]);

  return { container, loaded, failure, refused };
}
