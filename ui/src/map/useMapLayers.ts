/** Draws features on the map: one source and the layers over it, for as long as the component stands. */
import type { FeatureCollection, Point } from 'geojson';
import type {
  AddLayerObject,
  GeoJSONSource,
  GeoJSONSourceSpecification,
  MapLayerMouseEvent,
} from 'maplibre-gl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useMap } from './MapContext';

type LayerWithoutSource = AddLayerObject extends infer Layer
  ? Layer extends { source: unknown }
    ? Omit<Layer, 'source'>
    : never
  : never;

export type Points = FeatureCollection<Point>;

type SourceOptions = Pick<GeoJSONSourceSpecification, 'lineMetrics'>;

/** `layers` and `options` are read once, when the component mounts; `features` whenever it changes. */
export function useMapLayers(
  source: string,
  features: FeatureCollection,
  layers: LayerWithoutSource[],
  options: SourceOptions = {},
): void {
  const { map } = useMap();
  const first = useRef({ features, layers, options });

  useLayoutEffect(() => {
    const { features: data, layers: specs, options: more } = first.current;
    map.addSource(source, { type: 'geojson', data, ...more });
    for (const spec of specs) map.addLayer({ ...spec, source } as AddLayerObject);
    return () => {
      // Gone with the map or with the style that they were drawn on.
      if (!map.style || !map.getSource(source)) return;
      for (const { id } of specs) map.removeLayer(id);
      map.removeSource(source);
    };
  }, [map, source]);

  useEffect(() => {
    map.getSource<GeoJSONSource>(source)?.setData(features);
  }, [map, source, features]);
}

interface PointerHandlers {
  onClick(event: MapLayerMouseEvent): void;
  onEnter?(event: MapLayerMouseEvent): void;
  onLeave?(): void;
}

/** What the pointer does on a layer. The cursor says that it can be clicked. */
export function useLayerPointer(layer: string, handlers: PointerHandlers): void {
  const { map } = useMap();
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    const click = (event: MapLayerMouseEvent) => latest.current.onClick(event);
    const move = (event: MapLayerMouseEvent) => {
      map.getCanvas().style.cursor = 'pointer';
      latest.current.onEnter?.(event);
    };
    const leave = () => {
      map.getCanvas().style.cursor = '';
      latest.current.onLeave?.();
    };
    map.on('click', layer, click);
    map.on('mousemove', layer, move);
    map.on('mouseleave', layer, leave);
    return () => {
      map.off('click', layer, click);
      map.off('mousemove', layer, move);
      map.off('mouseleave', layer, leave);
    };
  }, [map, layer]);
}
