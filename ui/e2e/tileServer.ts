/** A server of map tiles on this computer: every tile is of one colour that no other map has. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { test as base } from './world';

/** Red, green, blue. */
export const TILE_COLOUR = [230, 0, 230] as const;
const SIDE_PX = 256;

interface TileServer {
  /** Where it is. */
  readonly url: string;
  /** The template of its tiles. */
  readonly template: string;
  /** Who asked, a name for each request. */
  readonly askedBy: string[];
  stop(): Promise<void>;
  /** Starts it again, at the same address. */
  restart(): Promise<void>;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function png(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE_PX, 0);
  head.writeUInt32BE(SIDE_PX, 4);
  // Eight bits a channel, red, green and blue.
  head.set([8, 2], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.alloc(SIDE_PX * 3, Buffer.from(TILE_COLOUR)),
  ]);
  const rows = Buffer.concat(Array.from({ length: SIDE_PX }, () => row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A style that draws the tiles over a ground of its own; one layer of it may be nonsense. */
function style(kind: string): object {
  const images = { id: 'images', type: kind, source: 'tiles' };
  return {
    version: 8,
    name: 'Purple',
    sources: { tiles: { type: 'raster', tiles: ['{z}/{x}/{y}.png'], maxzoom: 18 } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#00ff00' } },
      images,
    ],
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening) => {
    server.listen(port, '127.0.0.1', listening);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

async function startTileServer(): Promise<TileServer> {
  const tile = png();
  const askedBy: string[] = [];
  const make = () =>
    createServer((request, response) => {
      askedBy.push(request.headers['user-agent'] ?? '');
      response.setHeader('cache-control', 'max-age=3600');
      if (request.url === '/style.json') response.end(JSON.stringify(style('raster')));
      else if (request.url === '/nonsense.json') response.end(JSON.stringify(style('nonsense')));
      else response.setHeader('content-type', 'image/png').end(tile);
    });
  let server = make();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    template: `${url}/{z}/{x}/{y}.png`,
    askedBy,
    stop: () => close(server),
    restart: async () => {
      server = make();
      await listen(server, port);
    },
  };
}

/** A test that has a server of tiles. */
export const test = base.extend<{ tiles: TileServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  tiles: async ({}, use) => {
    const server = await startTileServer();
    await use(server);
    await server.stop();
  },
});
