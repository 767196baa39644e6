/**
 * All that a map is made of comes through the backend: `atalaya://world/3/2/5` and
 * `atalaya://chosen/7/0/3/2/5` are calls, not requests to a network.
 */
import { addProtocol, type RequestParameters } from 'maplibre-gl';
import { callMapPart, callTile } from '@/ipc/client';
import type { MapPart, MapPartArgs, TileArgs } from '@/ipc/generated/contract';
import { Lanes } from './lanes';

const OFFLINE = /^atalaya:\/\/(world|streets)\/(\d+)\/(\d+)\/(\d+)$/;
const CHOSEN = /^atalaya:\/\/chosen\/(\d+)\/(.+)$/;
const TILE = /^(\d+)\/(\d+)\/(\d+)\/(\d+)$/;
const GLYPHS = /^glyphs\/(.+)\/(\d+-\d+)$/;
const SPRITE = /^sprite(@2x)?\.(json|png)$/;

/** A map that is left in a hurry leaves no more behind than this. */
const lanes = new Lanes(8);

/** Reads the address of a tile of the offline map. */
export function tileOf(url: string): TileArgs | null {
  const [, source, z, x, y] = OFFLINE.exec(url) ?? [];
  if (source !== 'world' && source !== 'streets') return null;
  return { source, z: Number(z), x: Number(x), y: Number(y) };
}

/** Reads the address of a part of the chosen map. */
export function mapPartOf(url: string): MapPartArgs | null {
  const [, epoch, rest] = CHOSEN.exec(url) ?? [];
  const wanted = rest === undefined ? null : wantedOf(rest);
  return wanted && { epoch: Number(epoch), wanted };
}

function wantedOf(text: string): MapPart | null {
  const tile = TILE.exec(text);
  if (tile) {
    const [source = 0, z = 0, x = 0, y = 0] = tile.slice(1).map(Number);
    return { part: 'tile', source, z, x, y };
  }
  const [, fonts, range] = GLYPHS.exec(text) ?? [];
  if (fonts && range) return { part: 'glyphs', fonts, range };
  const sprite = SPRITE.exec(text);
  if (!sprite) return null;
  const double = sprite[1] !== undefined;
  return { part: sprite[2] === 'json' ? 'spriteIndex' : 'spriteImage', double };
}

/** That something is not there is no failure to MapLibre: it shows a coarser tile, if it has one. */
class NotThere extends Error {
  readonly status = 404;
}

async function chosen(
  args: MapPartArgs,
  type: RequestParameters['type'],
  signal: AbortSignal,
): Promise<ArrayBuffer | object> {
  const bytes = await lanes
    .run(() => callMapPart(args), signal)
    .catch((thrown: unknown) => {
      signal.throwIfAborted();
      throw new NotThere(String(thrown));
    });
  if (type === 'json') return JSON.parse(new TextDecoder().decode(bytes));
  // No image can be made of nothing; a vector tile can.
  if (bytes.byteLength === 0 && type === 'image') throw new NotThere('nothing here');
  return bytes;
}

/** Makes MapLibre fetch `atalaya:` addresses from the backend. An empty answer is an empty tile. */
export function serveTiles(): void {
  addProtocol('atalaya', async ({ url, type }, { signal }) => {
    const part = mapPartOf(url);
    if (part) return { data: await chosen(part, type, signal) };
    const tile = tileOf(url);
    if (!tile) throw new Error(`not the address of a tile: ${url}`);
    return { data: await callTile(tile) };
  });
}
