/** Draws vector tiles that came without a style: every layer, coloured by what its name suggests. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { LABEL_FONT } from '../labels';
import type { Colours } from './colours';

interface Look {
  fill: string;
  line: string;
  widthPx: number;
}

function lookOf(name: string, colours: Colours): Look {
  if (/water|ocean|sea|lake|river|hydro/i.test(name)) {
    return { fill: colours.water, line: colours.water, widthPx: 1.4 };
  }
  if (/build/i.test(name)) {
    return { fill: colours.building, line: colours.streetEdge, widthPx: 0.6 };
  }
  if (/park|forest|wood|grass|green|land_?use|land_?cover|natural/i.test(name)) {
    return { fill: colours.green, line: colours.green, widthPx: 1 };
  }
  if (/road|street|transport|highway|path|way/i.test(name)) {
    return { fill: colours.street, line: colours.street, widthPx: 2.2 };
  }
  if (/bound|admin|border/i.test(name)) {
    return { fill: 'transparent', line: colours.border, widthPx: 0.8 };
  }
  if (/earth|^land$/i.test(name)) {
    return { fill: colours.land, line: colours.land, widthPx: 1 };
  }
  return { fill: 'transparent', line: colours.quietText, widthPx: 0.8 };
}

function shape(kind: 'Polygon' | 'LineString' | 'Point'): FilterSpecification {
  return ['match', ['geometry-type'], [kind, `Multi${kind}`], true, false];
}

/** Land beneath green, green beneath water, and houses on top. */
function rank(name: string): number {
  const order = [/earth|^land$/i, /park|forest|land_?use|land_?cover|natural/i, /water|ocean/i];
  const at = order.findIndex((pattern) => pattern.test(name));
  return at < 0 ? order.length : at;
}

export function plainLayers(
  source: string,
  names: readonly string[],
  colours: Colours,
): LayerSpecification[] {
  const sorted = [...names].sort((a, b) => rank(a) - rank(b));
  const each = (draw: (name: string, look: Look) => LayerSpecification) =>
    sorted.map((name) => draw(name, lookOf(name, colours)));
  const of = (name: string, kind: string) => ({
    id: `${source}:${kind}:${name}`,
    source,
    'source-layer': name,
  });
  const isStreet = (look: Look) => look.line === colours.street;
  return [
    ...each((name, look) => ({
      ...of(name, 'fill'),
      type: 'fill',
      filter: shape('Polygon'),
      paint: { 'fill-color': look.fill },
    })),
    // A street is lighter than the ground; its edge tells it from that.
    ...each((name, look) => ({
      ...of(name, 'edge'),
      type: 'line',
      filter: shape('LineString'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': isStreet(look) ? colours.streetEdge : 'transparent',
        'line-width': closer(look.widthPx * 1.6),
      },
    })),
    ...each((name, look) => ({
      ...of(name, 'line'),
      type: 'line',
      filter: shape('LineString'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': look.line, 'line-width': closer(look.widthPx) },
    })),
    ...each((name) => ({
      ...of(name, 'point'),
      type: 'circle',
      filter: ['all', shape('Point'), ['!', ['has', 'name']]] as FilterSpecification,
      minzoom: 12,
      paint: { 'circle-radius': 2, 'circle-color': colours.quietText },
    })),
    ...each((name) => ({
      ...of(name, 'name'),
      type: 'symbol',
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': isStreet(lookOf(name, colours)) ? 'line' : 'point',
        'text-field': ['to-string', ['get', 'name']],
        'text-font': LABEL_FONT,
        'text-size': 11,
        'text-max-width': 8,
      },
      paint: {
        'text-color': colours.text,
        'text-halo-color': colours.halo,
        'text-halo-width': 1.4,
      },
    })),
  ];
}

/** A width that grows with the zoom. */
function closer(widthPx: number): ExpressionSpecification {
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    8,
    widthPx * 0.5,
    13,
    widthPx,
    18,
    widthPx * 6,
  ];
}
