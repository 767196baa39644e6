/**
 * A small service that sends what the sandbox does not: speeds in km/h, entries without an id, a name
 * that can't be read. Its vehicles drive north at 54 km/h and report every ten seconds.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './world';

const METRES_PER_DEGREE = 111_195;
const SPEED_M_PER_S = 15;
const PERIOD_S = 10;

interface OddService {
  readonly url: string;
  stop(): void;
}

const groups = [{ id: 'north', name: 'North', devices: ['van-1'] }, { name: 'no id' }];

const devices = [
  { id: 'van-1', name: 'Van 1' },
  { id: 'van-2', name: 'Van 2' },
  { id: 'van-3', name: { es: 'Furgoneta 3' } },
  { name: 'no id' },
  null,
];

function fixAt(timeS: number) {
  const intoHourS = timeS % 3600;
  return {
    dateTime: new Date(timeS * 1000).toISOString(),
    latitude: -30 + (SPEED_M_PER_S * intoHourS) / METRES_PER_DEGREE,
    longitude: -71.2,
    // A speed that is the same to the digit for ever looks stuck.
    speed: SPEED_M_PER_S * 3.6 + ((timeS / PERIOD_S) % 2) / 2,
  };
}

const onGrid = (timeMs: number) => Math.floor(timeMs / 1000 / PERIOD_S) * PERIOD_S;

function history({ from, to }: { from: string; to: string }) {
  const fixes = [];
  for (let timeS = onGrid(Date.parse(to)); timeS * 1000 >= Date.parse(from); timeS -= PERIOD_S) {
    fixes.unshift(fixAt(timeS));
  }
  return fixes;
}

async function answer(request: IncomingMessage): Promise<object> {
  const path = request.url ?? '';
  if (path === '/api/Auth/Token') return { token: 'odd-token', expires: '2999-01-01T00:00:00Z' };
  if (path === '/api/devices') return { devices };
  if (path === '/api/groups') return { groups };
  if (path.endsWith('/lastLocation')) return { lastLocation: fixAt(onGrid(Date.now())) };
  if (path === '/api/users') return { users: [] };
  const chunks = await request.toArray();
  return { locations: history(JSON.parse(Buffer.concat(chunks).toString())) };
}

async function startOddService(): Promise<OddService> {
  const server = createServer(async (request, response) => {
    const body = JSON.stringify({ success: true, ...(await answer(request)) });
    response.setHeader('content-type', 'application/json').end(body);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A test that may sign in to the odd service instead of the sandbox. */
export const test = base.extend<{ odd: OddService }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  odd: async ({}, use) => {
    const service = await startOddService();
    await use(service);
    service.stop();
  },
});
