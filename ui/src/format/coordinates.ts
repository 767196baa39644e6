/** Coordinates as text that any map understands when it is pasted there. */
import type { Position } from '@/ipc/generated/contract';

/** Five decimals are about a metre. */
const DECIMALS = 5;

/** Latitude and longitude with a point and a minus sign, whatever the language. */
export function coordinatesText({ latitude, longitude }: Position): string {
  return `${latitude.toFixed(DECIMALS)}, ${longitude.toFixed(DECIMALS)}`;
}
