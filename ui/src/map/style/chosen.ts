/** The chosen map as what is laid over the offline world, under names of its own. */
import type {
  LayerSpecification,
  RasterSourceSpecification,
  SourceSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl';
import type { BaseMapView, DrawnMap, TileSet } from '@/ipc/generated/contract';
import { COLOURS } from './colours';
import { plainLayers } from './plain';

/** Begins the names of all sources and layers of the chosen map. */
const OWN = 'chosen:';

/** The layers that would hide the world where the chosen map can't be had. */
export const CHOSEN_GROUND = `${OWN}ground:`;

interface Overlay {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  /** Whether the world's names are written over it: it has none of its own, or few. */
  isBeneathNames: boolean;
  /** Where its letters and signs are. */
  letters: Pick<StyleSpecification, 'glyphs' | 'sprite'>;
}

export function isOfChosenMap(name: string): boolean {
  return name.startsWith(OWN);
}

export function overlayOf(
  chosen: Pick<BaseMapView, 'epoch' | 'drawn'> | undefined,
  scheme: 'light' | 'dark',
): Overlay {
  const drawn = chosen?.drawn;
  if (!drawn) return { sources: {}, layers: [], isBeneathNames: false, letters: {} };
  if (drawn.kind === 'style') return overlayOfStyle(drawn);
  const source = `${OWN}tiles`;
  const { epoch } = chosen;
  if (drawn.kind === 'raster') {
    return {
      sources: { [source]: rasterSource(drawn.tiles, epoch) },
      layers: [rasterLayer(source, scheme)],
      isBeneathNames: false,
      letters: {},
    };
  }
  return {
    sources: { [source]: vectorSource(drawn.tiles, epoch) },
    layers: plainLayers(source, drawn.layers, COLOURS[scheme]),
    isBeneathNames: true,
    letters: {},
  };
}

function tilesOf(tiles: TileSet, epoch: number) {
  return {
    tiles: [`atalaya://chosen/${epoch}/${tiles.source}/{z}/{x}/{y}`],
    minzoom: tiles.minZoom,
    maxzoom: tiles.maxZoom,
    ...(tiles.bounds && { bounds: tiles.bounds }),
    ...(tiles.credit && { attribution: tiles.credit }),
  };
}

function rasterSource(tiles: TileSet, epoch: number): RasterSourceSpecification {
  return { type: 'raster', tileSize: tiles.tileSizePx, ...tilesOf(tiles, epoch) };
}

function vectorSource(tiles: TileSet, epoch: number): VectorSourceSpecification {
  return { type: 'vector', ...tilesOf(tiles, epoch) };
}

function rasterLayer(source: string, scheme: 'light' | 'dark'): LayerSpecification {
  // Images come in light colours only: at night they would outshine the vehicles.
  const dimmed = { 'raster-brightness-max': 0.7, 'raster-saturation': -0.35 };
  return {
    id: `${OWN}images`,
    type: 'raster',
    source,
    paint: { 'raster-fade-duration': 0, ...(scheme === 'dark' && dimmed) },
  };
}

function overlayOfStyle({ json }: Extract<DrawnMap, { kind: 'style' }>): Overlay {
  const style = JSON.parse(json) as StyleSpecification;
  const sources = Object.entries(style.sources).map(([name, source]) => [`${OWN}${name}`, source]);
  const layers = style.layers.map((layer) => {
    const id = `${layer.type === 'background' ? CHOSEN_GROUND : OWN}${layer.id}`;
    return 'source' in layer && typeof layer.source === 'string'
      ? { ...layer, id, source: `${OWN}${layer.source}` }
      : { ...layer, id };
  });
  return {
    sources: Object.fromEntries(sources),
    layers: layers as LayerSpecification[],
    isBeneathNames: false,
    letters: {
      ...(style.glyphs && { glyphs: style.glyphs }),
      ...(style.sprite && { sprite: style.sprite }),
    },
  };
}
