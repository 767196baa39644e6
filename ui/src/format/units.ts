/** Quantities in the reader's units. What comes in is metric, as the contract has it. */
import type { Units } from '@/ipc/generated/contract';

const METRES_PER_MILE = 1609.344;
const METRES_PER_FOOT = 0.3048;

/** A number with the unit that `Intl` knows it by, and how many decimals are worth showing. */
export interface Quantity {
  value: number;
  unit: string;
  decimals: number;
}

/** A speed; whole numbers, since a tracker knows no better. */
export function speedIn(units: Units, speedKmh: number): Quantity {
  return units === 'metric'
    ? { value: speedKmh, unit: 'kilometer-per-hour', decimals: 0 }
    : { value: (speedKmh * 1000) / METRES_PER_MILE, unit: 'mile-per-hour', decimals: 0 };
}

/** A distance on the ground; finer the shorter it is. */
export function distanceIn(units: Units, distanceM: number): Quantity {
  const [large, largeUnit, small, smallUnit] =
    units === 'metric'
      ? [distanceM / 1000, 'kilometer', distanceM, 'meter']
      : [distanceM / METRES_PER_MILE, 'mile', distanceM / METRES_PER_FOOT, 'foot'];
  // A tenth of a mile is 528 feet: below, feet say more; the metric line is the kilometre.
  const isShort = large < (units === 'metric' ? 1 : 0.1);
  if (isShort) return { value: Math.round(small / 10) * 10, unit: smallUnit, decimals: 0 };
  return { value: large, unit: largeUnit, decimals: large < 10 ? 1 : 0 };
}

/** What an odometer shows. */
export function mileageIn(units: Units, mileageKm: number): Quantity {
  return units === 'metric'
    ? { value: mileageKm, unit: 'kilometer', decimals: 0 }
    : { value: (mileageKm * 1000) / METRES_PER_MILE, unit: 'mile', decimals: 0 };
}

/** A temperature. */
export function temperatureIn(units: Units, temperatureC: number): Quantity {
  return units === 'metric'
    ? { value: temperatureC, unit: 'celsius', decimals: 1 }
    : { value: temperatureC * 1.8 + 32, unit: 'fahrenheit', decimals: 1 };
}
