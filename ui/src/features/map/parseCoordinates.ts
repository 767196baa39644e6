/**
 * Reads a place that a person typed or pasted: decimal degrees with a point or a comma, degrees with
 * minutes and seconds, geo: addresses, and links of map sites. Pure.
 */
import type { Position } from '@/ipc/generated/contract';

/** Why there is no place in a text: no coordinates at all, or one that is out of the globe's range. */
export type CoordinatesFault = 'unreadable' | 'latitude' | 'longitude';

export type ParsedCoordinates = { position: Position } | { fault: CoordinatesFault };

/** What word processors, maps and phones make of a minus, a degree sign and the marks of minutes. */
const LOOKALIKES: readonly [RegExp, string][] = [
  [/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, '-'],
  [/[\u00BA\u02DA]/g, '°'],
  [/[\u2032\u2018\u2019\u02B9\u00B4]/g, "'"],
  [/''|[\u2033\u201C\u201D\u02BA]/g, '"'],
  [/[\u00A0\u2000-\u200B\u202F\u200E\u200F]/g, ' '],
];

const LABELS = /\b(?:latitude|latitud|lat|longitude|longitud|long|lng|lon)\b\.?\s*[:=]?/gi;

export function parseCoordinates(text: string): ParsedCoordinates {
  const plain = LOOKALIKES.reduce((all, [from, to]) => all.replace(from, to), text).trim();
  const pair = /^geo:/i.test(plain)
    ? ofGeoAddress(plain)
    : /^(?:https?:\/\/|www\.|maps?\.)/i.test(plain)
      ? ofLink(plain)
      : ofText(
          plain
            .replace(LABELS, ' ')
            .replace(/[()[\]]/g, ' ')
            .trim(),
        );
  if (!pair) return { fault: 'unreadable' };
  const [latitude, longitude] = pair;
  if (Math.abs(latitude) > 90) return { fault: 'latitude' };
  if (Math.abs(longitude) > 180) return { fault: 'longitude' };
  return { position: { latitude, longitude } };
}

type Pair = [latitude: number, longitude: number];

const DEGREES = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`;

function found(text: string, pattern: string): Pair | null {
  const match = new RegExp(pattern, 'i').exec(text);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** RFC 5870; Android puts a place that has a name into `q` and leaves 0,0 before it. */
function ofGeoAddress(text: string): Pair | null {
  const named = found(text, `[?&]q=${DEGREES},${DEGREES}`);
  return named ?? found(text, `^geo:${DEGREES},${DEGREES}`);
}

/** Where links of map sites keep a place, the most exact one first: a pin before the view around it. */
const IN_LINKS: readonly string[] = [
  `!3d${DEGREES}!4d${DEGREES}`,
  `[?&]mlat=${DEGREES}&mlon=${DEGREES}`,
  `[?&](?:q|query|ll|sll|daddr|destination|center|cp|coordinate|point)=(?:loc:)?${DEGREES}[,~ +]+${DEGREES}`,
  `/(?:place|search|dir)/${DEGREES},[ +]*${DEGREES}`,
  `@${DEGREES},${DEGREES}`,
  String.raw`#(?:map=)?\d+(?:\.\d+)?/${DEGREES}/${DEGREES}`,
];

function ofLink(link: string): Pair | null {
  let text = link;
  try {
    text = decodeURIComponent(link);
  } catch {
    // A lone percent sign: it is looked through as it is.
  }
  for (const pattern of IN_LINKS) {
    const pair = found(text, pattern);
    if (pair) return pair;
  }
  return null;
}

function ofText(text: string): Pair | null {
  if (/[NSEWO]/i.test(text)) return ofHemispheres(text.toUpperCase());
  if (text.includes('°')) return ofSignedAngles(text);
  return ofNumbers(text);
}

/** "29°54'15"S 71°15'0"W", the letters before or behind; O is west in Spanish. */
function ofHemispheres(text: string): Pair | null {
  const isLeading = /^[NSEWO]/.test(text);
  const pattern = isLeading ? /([NSEWO])([^NSEWO]+)/g : /([^NSEWO]+)([NSEWO])/g;
  const matches = [...text.matchAll(pattern)];
  if (matches.length !== 2 || matches.map(([all]) => all).join('') !== text) return null;
  let latitude: number | null = null;
  let longitude: number | null = null;
  for (const [, first = '', second = ''] of matches) {
    const [letter, angle] = isLeading ? [first, second] : [second, first];
    const degrees = angleOf(angle);
    const isNegative = 'SWO'.includes(letter);
    // "-29 N" contradicts itself.
    if (degrees === null || (degrees < 0 && !isNegative)) return null;
    const signed = isNegative ? -Math.abs(degrees) : degrees;
    if ('NS'.includes(letter)) latitude = signed;
    else longitude = signed;
  }
  return latitude === null || longitude === null ? null : [latitude, longitude];
}

function ofSignedAngles(text: string): Pair | null {
  // The second one begins at the first number after the first degree sign that has its own.
  const split = /^([^°]*°.*?)[\s,;]+([+-]?\d{1,3}(?:[.,]\d+)?\s*°.*)$/.exec(text);
  return split ? bothAngles(split[1] ?? '', split[2] ?? '') : null;
}

function bothAngles(first: string, second: string): Pair | null {
  const [latitude, longitude] = [angleOf(first), angleOf(second)];
  return latitude === null || longitude === null ? null : [latitude, longitude];
}

/** "29.9", "29,9 °", "29° 54.25'", "29 54 15" or "29:54:15". */
const ANGLE =
  /^([+-]?)(\d{1,3}(?:[.,]\d+)?)(?:(?:\s*°\s*|\s*:\s*|\s+)(\d{1,2}(?:[.,]\d+)?)(?:(?:\s*'\s*|\s*:\s*|\s+)(\d{1,2}(?:[.,]\d+)?)\s*"?|\s*')?|\s*°)?$/;

function angleOf(text: string): number | null {
  const match = ANGLE.exec(text.replace(/^[\s,;]+|[\s,;]+$/g, ''));
  if (!match) return null;
  const parts = match.slice(2).filter((part) => part !== undefined);
  // Only the last part may be broken.
  if (parts.slice(0, -1).some((part) => /[.,]/.test(part))) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map(numberOf);
  if (minutes >= 60 || seconds >= 60) return null;
  const size = degrees + minutes / 60 + seconds / 3600;
  return match[1] === '-' ? -size : size;
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Numbers alone. A comma parts them, or their decimals, or both. */
function ofNumbers(text: string): Pair | null {
  if (text.includes(';')) {
    const [first = '', second = '', ...more] = text.split(';');
    return more.length === 0 ? bothAngles(first, second) : null;
  }
  const spaced = text.split(/\s*,\s+|\s+/);
  if (spaced.length === 2) return bothAngles(spaced[0] ?? '', spaced[1] ?? '');
  const [a = '', b = '', c = '', d = '', ...more] = text.split(',');
  if (more.length > 0 || !b) return null;
  if (!c) return bothAngles(a, b);
  return d ? bothAngles(`${a}.${b}`, `${c}.${d}`) : null;
}
