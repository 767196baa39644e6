/**
 * How values are written for a reader: in their language, their units and their time zone. Pure; one
 * set of `Intl` formatters serves every value on the screen, since making one costs far more than
 * using it.
 */
import type { Units } from '@/ipc/generated/contract';
import { DAY_MS, durationIn, type Elapsed, elapsedIn } from './elapsed';
import { distanceIn, mileageIn, type Quantity, speedIn, temperatureIn } from './units';

/** Dates farther away than this are told in months. */
const DAYS_COUNTED = 60;
const DAYS_OF_MONTH = 30.44;

export interface Formats {
  /** The BCP 47 tag that the texts are written for. */
  readonly locale: string;
  /** "42 km/h" */
  speed(speedKmh: number): string;
  /** "3.4 km" */
  distance(distanceM: number): string;
  /** "120,345 km" */
  mileage(mileageKm: number): string;
  /** "21.5 °C" */
  temperature(temperatureC: number): string;
  /** "85 %", from 85 */
  percent(percent: number): string;
  /** "13.9": a figure in a unit that is not ours. */
  figure(value: number): string;
  /** "5,000" */
  count(count: number): string;
  /** "270°" */
  degrees(degrees: number): string;
  /** "4 min": the age of something that happened `spanMs` ago. */
  age(spanMs: number): string;
  /** "2 h 10 min" */
  duration(spanMs: number): string;
  /** "in 3 days", "2 months ago": a date seen from now; negative for the past. */
  fromNow(spanMs: number): string;
  /** The time of day, to the minute. */
  time(iso: string): string;
  /** Date and time to the second. */
  moment(iso: string): string;
  /** The date alone. */
  date(iso: string): string;
}

/**
 * The reader's own variant of the chosen language where the computer names one, so that dates and
 * numbers look as everywhere else on it.
 */
export function localeOf(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

/** Builds the formatters of a locale and a system of units. */
export function createFormats(locale: string, units: Units, timeZone?: string): Formats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percentage = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const zone = timeZone === undefined ? {} : { timeZone };
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...zone,
  });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
  const unitFormats = new Map<string, Intl.NumberFormat>();

  const quantity = ({ value, unit, decimals }: Quantity): string => {
    const key = `${unit} ${decimals}`;
    let format = unitFormats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        // Some languages shorten days to what few readers know ("dd.").
        unitDisplay: unit === 'day' ? 'long' : 'short',
        maximumFractionDigits: decimals,
      });
      unitFormats.set(key, format);
    }
    return format.format(value);
  };
  const elapsed = ({ value, unit }: Elapsed) => quantity({ value, unit, decimals: 0 });

  return {
    locale,
    speed: (speedKmh) => quantity(speedIn(units, speedKmh)),
    distance: (distanceM) => quantity(distanceIn(units, distanceM)),
    mileage: (mileageKm) => quantity(mileageIn(units, mileageKm)),
    temperature: (temperatureC) => quantity(temperatureIn(units, temperatureC)),
    percent: (percent) => percentage.format(percent / 100),
    figure: (value) => figures.format(value),
    count: (count) => whole.format(count),
    degrees: (degrees) => `${whole.format(degrees)}°`,
    age: (spanMs) => elapsed(elapsedIn(spanMs)),
    duration: (spanMs) => durationIn(spanMs).map(elapsed).join(' '),
    fromNow: (spanMs) => {
      const days = Math.trunc(spanMs / DAY_MS);
      return Math.abs(days) < DAYS_COUNTED
        ? relative.format(days, 'day')
        : relative.format(Math.trunc(days / DAYS_OF_MONTH), 'month');
    },
    time: (iso) => times.format(new Date(iso)),
    moment: (iso) => moments.format(new Date(iso)),
    date: (iso) => dates.format(new Date(iso)),
  };
}
