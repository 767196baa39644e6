/**
 * The signs of vehicles on the map, drawn here: a shape for each status, so that they differ without
 * colour too. Moving is an arrow that the layer turns; a ring of the ground's colour keeps each apart
 * from the map.
 */
import { ODD_SHADES } from '@/format/oddities';
import { CRITICAL_SHADES, STATUS_SHADES, STATUSES } from '@/format/status';
import type { Status } from '@/ipc/generated/contract';
import type { Scheme } from './MapContext';

const SIZE = 28;
const DENSITY = 2;
const MIDDLE = SIZE / 2;

const GROUND: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#14181d' };

type Draw = (pen: CanvasRenderingContext2D, colour: string, ground: string) => void;

function circle(pen: CanvasRenderingContext2D, radius: number): void {
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI);
}

/** Fills the path, with the ground's colour around it. */
function fill(pen: CanvasRenderingContext2D, colour: string, ground: string): void {
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = ground;
  pen.stroke();
  pen.fillStyle = colour;
  pen.fill();
}

const arrow: Draw = (pen, colour, ground) => {
  pen.beginPath();
  pen.moveTo(MIDDLE, 3);
  pen.lineTo(MIDDLE + 9, SIZE - 5);
  pen.lineTo(MIDDLE, SIZE - 9);
  pen.lineTo(MIDDLE - 9, SIZE - 5);
  pen.closePath();
  fill(pen, colour, ground);
};

/** Moving, but the service did not say where to. */
const dot: Draw = (pen, colour, ground) => {
  circle(pen, 9);
  fill(pen, colour, ground);
  circle(pen, 4);
  pen.fillStyle = ground;
  pen.fill();
};

const idling: Draw = (pen, colour, ground) => {
  pen.beginPath();
  pen.roundRect(MIDDLE - 9, MIDDLE - 9, 18, 18, 4);
  fill(pen, colour, ground);
  pen.fillStyle = ground;
  pen.fillRect(MIDDLE - 4.5, MIDDLE - 5, 3, 10);
  pen.fillRect(MIDDLE + 1.5, MIDDLE - 5, 3, 10);
};

const parked: Draw = (pen, colour, ground) => {
  circle(pen, 9.5);
  fill(pen, colour, ground);
  pen.fillStyle = ground;
  pen.font = `bold 13px sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('P', MIDDLE, MIDDLE + 1);
};

const silent: Draw = (pen, colour, ground) => {
  pen.beginPath();
  pen.moveTo(MIDDLE, MIDDLE - 11);
  pen.lineTo(MIDDLE + 11, MIDDLE);
  pen.lineTo(MIDDLE, MIDDLE + 11);
  pen.lineTo(MIDDLE - 11, MIDDLE);
  pen.closePath();
  fill(pen, colour, ground);
  pen.strokeStyle = ground;
  pen.lineWidth = 2.5;
  pen.beginPath();
  pen.moveTo(MIDDLE - 4, MIDDLE - 4);
  pen.lineTo(MIDDLE + 4, MIDDLE + 4);
  pen.moveTo(MIDDLE + 4, MIDDLE - 4);
  pen.lineTo(MIDDLE - 4, MIDDLE + 4);
  pen.stroke();
};

const unknown: Draw = (pen, colour, ground) => {
  circle(pen, 7);
  fill(pen, colour, ground);
};

const critical: Draw = (pen, colour, ground) => {
  circle(pen, 8);
  fill(pen, colour, ground);
  pen.fillStyle = ground;
  pen.fillRect(MIDDLE - 1.5, MIDDLE - 5, 3, 6);
  pen.fillRect(MIDDLE - 1.5, MIDDLE + 2.5, 3, 3);
};

const odd: Draw = (pen, colour, ground) => {
  pen.beginPath();
  pen.moveTo(MIDDLE, MIDDLE - 10);
  pen.lineTo(MIDDLE + 11, MIDDLE + 9);
  pen.lineTo(MIDDLE - 11, MIDDLE + 9);
  pen.closePath();
  fill(pen, colour, ground);
  pen.fillStyle = ground;
  pen.font = 'bold 14px sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('?', MIDDLE, MIDDLE + 3);
};

const DRAWINGS: Readonly<Record<Status, Draw>> = {
  moving: arrow,
  idling,
  parked,
  silent,
  neverReported: unknown,
  notAsked: unknown,
};

export const CRITICAL_ICON = 'critical';
export const ODD_ICON = 'odd';

/** An image of nothing, as large as a sign: what claims its room gives way to nobody. */
export const ROOM_ICON = 'room';
export const ROOM_PX = 20;

/** The name of the image for a vehicle. */
export function vehicleIcon(status: Status, hasCourse: boolean): string {
  return status === 'moving' && !hasCourse ? 'moving-nowhere' : status;
}

function drawn(draw: Draw, colour: string, ground: string, size = SIZE): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = size * DENSITY;
  canvas.height = size * DENSITY;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(DENSITY, DENSITY);
  draw(pen, colour, ground);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Where images are put; a MapLibre map is one. */
interface ImageHolder {
  hasImage(name: string): boolean;
  addImage(name: string, image: ImageData, options: { pixelRatio: number }): unknown;
}

/** Puts all signs on the map, in the colours of the ground. */
export function addIcons(map: ImageHolder, scheme: Scheme): void {
  const add = (name: string, draw: Draw, colour: string, size = SIZE) => {
    const image = drawn(draw, colour, GROUND[scheme], size);
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: DENSITY });
  };
  for (const status of STATUSES) add(status, DRAWINGS[status], STATUS_SHADES[status][scheme]);
  add(vehicleIcon('moving', false), dot, STATUS_SHADES.moving[scheme]);
  add(CRITICAL_ICON, critical, CRITICAL_SHADES[scheme]);
  add(ROOM_ICON, () => {}, '', ROOM_PX);
  add(ODD_ICON, odd, ODD_SHADES[scheme]);
}
