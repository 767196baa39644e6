/** Rates as they are written: small ones to a tenth, since "0 a minute" would be none. */
import type { Formats } from '@/format/formats';

const WHOLE_FROM = 10;

export function rateText(formats: Formats, perMinute: number): string {
  return perMinute >= WHOLE_FROM
    ? formats.count(perMinute)
    : formats.figure(Math.round(perMinute * 10) / 10);
}
