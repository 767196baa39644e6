/** The map: base map, controls, and around the layers that are its children. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { AttributionControl, ScaleControl } from 'maplibre-gl';
import { type CSSProperties, Fragment, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BaseMapView, Units } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { platform } from '@/platform';
import classes from './MapCanvas.module.css';
import { MapContext } from './MapContext';
import { MapNotes } from './MapNotes';
import { MapUnavailable } from './MapUnavailable';
import { baseMapStyle } from './style';
import { type MapOpening, useMapLibre } from './useMapLibre';
import { useMapTrouble } from './useMapTrouble';
import { hasWebGl } from './webgl';

interface Props {
  units: Units;
  /** Where it opens. */
  opensAt: MapOpening;
  /** Layers, and what floats above the map. */
  children: ReactNode;
  onEscape(): void;
}

export function MapCanvas(props: Props) {
  const isPossible = useMemo(hasWebGl, []);
  return isPossible ? <DrawnMap {...props} /> : <MapUnavailable />;
}

function DrawnMap({ units, opensAt, children, onEscape }: Props) {
  const { t, i18n } = useTranslation('map');
  const scheme = useComputedColorScheme('light');
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en';
  const { data: chosen } = useQuery(viewQuery('base_map', {}));
  const [refused, setRefused] = useState<BaseMapView | null>(null);
  const isRefused = refused !== null && refused === chosen;
  const style = useMemo(
    () => baseMapStyle(scheme, language, isRefused ? undefined : chosen),
    [scheme, language, chosen, isRefused],
  );
  const owned = useMapLibre(style, opensAt, t('canvas'));
  const { container, loaded, failure } = owned;
  if (owned.refused === style && chosen && !isRefused) setRefused(chosen);
  const map = loaded?.map;
  const trouble = useMapTrouble(map, loaded?.styleEpoch ?? 0);
  const notes = useElementSize<HTMLDivElement>();

  useEffect(() => {
    if (!map) return;
    const isMirrored = getComputedStyle(map.getContainer()).direction === 'rtl';
    // The device panel covers the end of the map, and the credits have to stay in sight.
    const start = isMirrored ? 'bottom-right' : 'bottom-left';
    const attribution = new AttributionControl({ compact: false });
    const scale = new ScaleControl({ unit: units, maxWidth: 110 });
    map.addControl(attribution, start);
    map.addControl(scale, start);
    return () => {
      // A map that was taken down has dropped its controls.
      if (!map.hasControl(scale)) return;
      map.removeControl(scale);
      map.removeControl(attribution);
    };
  }, [map, units]);

  const handle = useMemo(() => (map ? { map, scheme } : null), [map, scheme]);
  if (failure) return <MapUnavailable />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the map inside takes the focus.
    <div
      className={classes.frame}
      // Room that the notes take from what else floats at the top.
      style={{ '--map-notes': `${notes.height && notes.height + 6}px` } as CSSProperties}
      onKeyDown={(event) => {
        // What lies over the map, a menu for one, closes by itself.
        const isOnMap = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key === 'Escape' && isOnMap) onEscape();
      }}
      onClickCapture={(event) => {
        // The credits are links, and the window itself must not follow them.
        const link = event.target instanceof Element && event.target.closest('a[href]');
        if (!(link instanceof HTMLAnchorElement)) return;
        event.preventDefault();
        void platform.openExternal(link.href);
      }}
    >
      <div ref={container} className={classes.canvas} data-testid="map" data-loaded="false" />
      {handle && loaded?.takesLayers && (
        <MapContext value={handle}>
          <Fragment key={loaded?.styleEpoch}>{children}</Fragment>
        </MapContext>
      )}
      <MapNotes ref={notes.ref} trouble={trouble} isStyleRefused={isRefused} />
    </div>
  );
}
