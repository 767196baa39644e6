/**
 * Vehicles on one spot, drawn apart so that each can be seen and picked: on a ring around the spot, on
 * several if they are many. Pure, and the same for the same vehicles whatever their order, so that an
 * update moves nobody.
 */
import type { Vehicle } from '@/ipc/generated/contract';
import { type Degrees, degreesOf, type Pixels, pixelsOf } from './mercator';

/** From this zoom on the backend draws every vehicle by itself. */
export const ALONE_FROM_ZOOM = 16;

/** Closer than that one sign hides the other, in pixels. */
const NEAR_PX = 18;

/** From one sign to the next on a ring, and from ring to ring. */
const STEP_PX = 30;

/** So many still make one ring; more make rings within rings. */
const ONE_RING = 8;

/** A line from a spot to a vehicle that is drawn beside it. */
export interface Leader {
  spot: Degrees;
  to: Degrees;
}

export interface Spread {
  /** In the order of what came, each where it is drawn. */
  vehicles: readonly Vehicle[];
  leaders: readonly Leader[];
}

interface Spot {
  /** Places in what came. */
  members: number[];
  middle: Pixels;
  /** Of the outermost ring; 0 for a vehicle by itself. */
  radius: number;
}

/** What a map of this zoom draws for these vehicles. */
export function spread(vehicles: readonly Vehicle[], zoom: number): Spread {
  if (zoom < ALONE_FROM_ZOOM || vehicles.length < 2) return { vehicles, leaders: [] };
  const at = vehicles.map((vehicle) => pixelsOf(vehicle, zoom));
  const byId = vehicles.map((_, place) => place).sort((a, b) => compareIds(vehicles, a, b));
  const rank = new Map(byId.map((place, order) => [place, order]));
  const byRank = (a: number, b: number) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const spots = joined(together(byId, at), at).filter(({ radius }) => radius > 0);
  if (spots.length === 0) return { vehicles, leaders: [] };

  const drawn = [...vehicles];
  const leaders: Leader[] = [];
  for (const { members, middle } of spots) {
    const spot = degreesOf(middle, zoom);
    const offsets = ringOffsets(members.length);
    members.sort(byRank).forEach((place, turn) => {
      const vehicle = vehicles[place];
      const offset = offsets[turn];
      if (!vehicle || !offset) return;
      const to = degreesOf({ x: middle.x + offset.x, y: middle.y + offset.y }, zoom);
      drawn[place] = { ...vehicle, ...to };
      leaders.push({ spot, to });
    });
  }
  return { vehicles: drawn, leaders };
}

function compareIds(vehicles: readonly Vehicle[], a: number, b: number): number {
  const [one, other] = [vehicles[a]?.id ?? '', vehicles[b]?.id ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Where the members of a spot stand around it, the first one in the north. */
export function ringOffsets(count: number): Pixels[] {
  const offsets: Pixels[] = [];
  for (let ring = 1; offsets.length < count; ring++) {
    const left = count - offsets.length;
    const room = ring === 1 && count <= ONE_RING ? count : Math.floor(2 * Math.PI * ring);
    const here = Math.min(left, room);
    const radius = ringRadius(ring, here);
    for (let turn = 0; turn < here; turn++) {
      const angle = (2 * Math.PI * turn) / here - Math.PI / 2;
      offsets.push({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
  }
  return offsets;
}

function ringRadius(ring: number, members: number): number {
  return Math.max(ring * STEP_PX, ring === 1 ? (members * STEP_PX) / (2 * Math.PI) : 0);
}

function spotOf(members: number[], at: readonly Pixels[]): Spot {
  const sum = { x: 0, y: 0 };
  for (const place of members) {
    sum.x += at[place]?.x ?? 0;
    sum.y += at[place]?.y ?? 0;
  }
  const last = members.length > 1 ? ringOffsets(members.length).at(-1) : undefined;
  return {
    members,
    middle: { x: sum.x / members.length, y: sum.y / members.length },
    radius: last ? Math.hypot(last.x, last.y) : 0,
  };
}

/** Vehicles of which each is near to another one of the same spot. */
function together(byId: readonly number[], at: readonly Pixels[]): Spot[] {
  // Whatever shares a square of this side is near; nearness reaches two squares far.
  const side = NEAR_PX / Math.SQRT2;
  const squares = new Map<string, number[]>();
  const squareOf = (place: number): [number, number] => {
    const { x, y } = at[place] ?? { x: 0, y: 0 };
    return [Math.floor(x / side), Math.floor(y / side)];
  };
  for (const place of byId) {
    const key = squareOf(place).join();
    const square = squares.get(key);
    if (square) square.push(place);
    else squares.set(key, [place]);
  }
  const reached = new Set<string>();
  const spots: Spot[] = [];
  for (const start of squares.keys()) {
    if (reached.has(start)) continue;
    reached.add(start);
    const open = [start];
    const members: number[] = [];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      const here = squares.get(key) ?? [];
      members.push(...here);
      for (const other of neighbours(key)) {
        const there = reached.has(other) ? undefined : squares.get(other);
        if (!there || !areNear(here, there, at)) continue;
        reached.add(other);
        open.push(other);
      }
    }
    spots.push(spotOf(members, at));
  }
  return spots;
}

function neighbours(key: string): string[] {
  const [x = 0, y = 0] = key.split(',').map(Number);
  const reach = [-2, -1, 0, 1, 2];
  return reach.flatMap((dx) => reach.map((dy) => `${x + dx},${y + dy}`));
}

function areNear(here: readonly number[], there: readonly number[], at: readonly Pixels[]) {
  return here.some((one) => there.some((other) => distance(at[one], at[other]) < NEAR_PX));
}

function distance(one: Pixels | undefined, other: Pixels | undefined): number {
  if (!one || !other) return Number.POSITIVE_INFINITY;
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Spots whose rings would cover each other or a vehicle beside them become one. */
function joined(spots: readonly Spot[], at: readonly Pixels[]): Spot[] {
  let all = [...spots];
  for (let hasJoined = true; hasJoined; ) {
    hasJoined = false;
    for (const spot of all.filter(({ radius }) => radius > 0)) {
      if (!all.includes(spot)) continue;
      const covered = all.filter(
        (other) =>
          other !== spot &&
          distance(spot.middle, other.middle) < spot.radius + other.radius + NEAR_PX,
      );
      if (covered.length === 0) continue;
      const gone = new Set([spot, ...covered]);
      const members = [...gone].flatMap((it) => it.members);
      all = [...all.filter((it) => !gone.has(it)), spotOf(members, at)];
      hasJoined = true;
    }
  }
  return all;
}
