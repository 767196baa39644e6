/** The base map's layers, from the sea up to the names. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { LABEL_FONT } from '../labels';
import type { Colours } from './colours';

/** Widths of streets by class: in pixels at zoom 10 and at zoom 16. */
const STREET_WIDTHS: [string[], number, number][] = [
  [['motorway', 'trunk'], 2.2, 14],
  [['primary'], 1.6, 12],
  [['secondary', 'tertiary'], 0.9, 9],
];
const NARROWEST: [number, number] = [0.4, 6];

function streetWidth(widening: number): ExpressionSpecification {
  const at = (pick: (row: [string[], number, number]) => number, otherwise: number) =>
    [
      'match',
      ['get', 'class'],
      ...STREET_WIDTHS.flatMap((row) => [row[0], pick(row) * widening]),
      otherwise * widening,
    ] as unknown as ExpressionSpecification;
  return [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    10,
    at((row) => row[1], NARROWEST[0]),
    16,
    at((row) => row[2], NARROWEST[1]),
  ];
}

export function ground(colours: Colours): LayerSpecification[] {
  const world = { source: 'world' };
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.water } },
    {
      ...world,
      id: 'land',
      'source-layer': 'land',
      type: 'fill',
      paint: { 'fill-color': colours.land },
    },
    {
      ...world,
      id: 'lakes',
      'source-layer': 'lakes',
      type: 'fill',
      paint: { 'fill-color': colours.lake },
    },
    {
      ...world,
      id: 'states',
      'source-layer': 'states',
      type: 'line',
      paint: {
        'line-color': colours.state,
        'line-width': 0.8,
        // Some countries have hundreds of small states: seen from afar their lines would be a blot.
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 4, 0, 6, 1],
      },
    },
    {
      ...world,
      id: 'borders',
      'source-layer': 'borders',
      type: 'line',
      paint: {
        'line-color': colours.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 0, 0.5, 8, 1.6],
      },
    },
  ];
}

export function streets(colours: Colours): LayerSpecification[] {
  const layer = (id: string, colour: string, widening: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'streets',
    'source-layer': 'streets',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': streetWidth(widening) },
  });
  return [layer('street-edges', colours.streetEdge, 1.5), layer('streets', colours.street, 1)];
}

export function names(colours: Colours, language: string): LayerSpecification[] {
  const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.4 };
  return [
    {
      id: 'street-names',
      type: 'symbol',
      source: 'streets',
      'source-layer': 'streets',
      minzoom: 14,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': LABEL_FONT,
        'text-size': 11,
      },
      paint: { 'text-color': colours.quietText, ...halo },
    },
    {
      id: 'cities',
      type: 'symbol',
      source: 'world',
      'source-layer': 'cities',
      maxzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': LABEL_FONT,
        'text-size': [
          'interpolate',
          ['linear'],
          ['get', 'population'],
          50_000,
          10.5,
          5_000_000,
          14,
        ],
        'symbol-sort-key': ['-', 0, ['get', 'population']],
        'text-padding': 4,
      },
      paint: { 'text-color': colours.text, ...halo },
    },
    {
      id: 'countries',
      type: 'symbol',
      source: 'world',
      'source-layer': 'countries',
      maxzoom: 7,
      layout: {
        'text-field': ['coalesce', ['get', `name_${language}`], ['get', 'name']],
        'text-font': LABEL_FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 6, 15],
        'text-letter-spacing': 0.06,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': colours.quietText, ...halo },
    },
  ];
}
