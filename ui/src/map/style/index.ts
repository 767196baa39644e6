/**
 * The base map as a MapLibre style: the offline world, and over it the map that was chosen. All of
 * it comes from the backend (tileProtocol.ts).
 */
import type { StyleSpecification } from 'maplibre-gl';
import type { BaseMapView } from '@/ipc/generated/contract';
import { overlayOf } from './chosen';
import { COLOURS } from './colours';
import { FONT_FACES } from './fonts';
import { ground, names, streets } from './layers';

const OPENSTREETMAP =
  '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap contributors</a>';
const WORLD_CREDIT =
  '<a href="https://www.naturalearthdata.com">Natural Earth</a> · <a href="https://www.geonames.org">GeoNames</a>';

/** The base map in light or dark, with the names of countries in a language. */
export function baseMapStyle(
  scheme: 'light' | 'dark',
  language: string,
  chosen?: Pick<BaseMapView, 'epoch' | 'drawn'>,
): StyleSpecification {
  const colours = COLOURS[scheme];
  const overlay = overlayOf(chosen, scheme);
  return {
    version: 8,
    'font-faces': FONT_FACES,
    ...overlay.letters,
    sources: {
      world: {
        type: 'vector',
        tiles: ['atalaya://world/{z}/{x}/{y}'],
        maxzoom: 6,
        attribution: WORLD_CREDIT,
      },
      streets: {
        type: 'vector',
        tiles: ['atalaya://streets/{z}/{x}/{y}'],
        minzoom: 9,
        maxzoom: 14,
        bounds: [-71.4, -30.1, -71.1, -29.8],
        attribution: OPENSTREETMAP,
      },
      ...overlay.sources,
    },
    // The world stays beneath: it shows wherever the chosen map has nothing, or can't be had.
    layers: [
      ...ground(colours),
      ...streets(colours),
      ...(overlay.isBeneathNames ? overlay.layers : []),
      ...names(colours, language),
      ...(overlay.isBeneathNames ? [] : overlay.layers),
    ],
  };
}
