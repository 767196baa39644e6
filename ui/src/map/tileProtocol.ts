/** Tiles come through the backend: `atalaya://world/3/2/5` is a call, not a request to a network. */
import { addProtocol } from 'maplibre-gl';
import { callTile } from '@/ipc/client';
import type { TileArgs } from '@/ipc/generated/contract';

const ADDRESS = /^atalaya:\/\/(world|streets)\/(\d+)\/(\d+)\/(\d+)$/;

/** Reads the address of a tile. */
export function tileOf(url: string): TileArgs | null {
  const [, source, z, x, y] = ADDRESS.exec(url) ?? [];
  if (source !== 'world' && source !== 'streets') return null;
  return { source, z: Number(z), x: Number(x), y: Number(y) };
}

/** Makes MapLibre fetch `atalaya:` addresses from the backend. An empty answer is an empty tile. */
export function serveTiles(): void {
  addProtocol('atalaya', async ({ url }) => {
    const tile = tileOf(url);
    if (!tile) throw new Error(`not the address of a tile: ${url}`);
    return { data: await callTile(tile) };
  });
}
