import { describe, expect, it } from 'vitest';
import { coordinatesText } from './coordinates';
import { createFormats, localeOf } from './formats';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const english = createFormats('en-US', 'metric', 'UTC');
const spanish = createFormats('es-CL', 'metric', 'UTC');
const imperial = createFormats('en-US', 'imperial', 'UTC');

/** `Intl` sets narrow and no-break spaces, and which of them changes between engines. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('values in a language', () => {
  it('speeds carry the unit of the reader', () => {
    expect(plain(english.speed(42.4))).toBe('42 km/h');
    expect(plain(imperial.speed(100))).toBe('62 mph');
  });

  it('numbers are grouped as the language does', () => {
    expect(english.count(100_000)).toBe('100,000');
    expect(spanish.count(100_000)).toBe('100.000');
  });

  it('decimals follow the language', () => {
    expect(plain(spanish.distance(3440))).toBe('3,4 km');
  });

  it('temperatures carry their degree', () => {
    expect(plain(english.temperature(21.54))).toBe('21.5°C');
    expect(plain(imperial.temperature(0))).toBe('32°F');
  });

  it('percentages come in as percent, not as a share', () => {
    expect(plain(english.percent(85))).toBe('85%');
  });
});

describe('spans of time', () => {
  it('ages name one unit', () => {
    expect(plain(spanish.age(4 * 60_000))).toBe('4 min');
    expect(plain(spanish.age(3 * HOUR))).toBe('3 h');
    expect(plain(spanish.age(2 * DAY))).toBe('2 días');
  });

  it('durations name two', () => {
    expect(plain(spanish.duration(2 * HOUR + 600_000))).toBe('2 h 10 min');
  });

  it('dates lie in the future or in the past', () => {
    expect(english.fromNow(3 * DAY + HOUR)).toBe('in 3 days');
    expect(english.fromNow(-2 * DAY - HOUR)).toBe('2 days ago');
  });

  it('distant dates are told in months', () => {
    expect(english.fromNow(59 * DAY)).toBe('in 59 days');
    expect(english.fromNow(403 * DAY)).toBe('in 13 months');
  });

  it('moments show the second, in the zone of the reader', () => {
    expect(plain(english.moment('2026-11-24T15:04:05Z'))).toBe('Nov 24, 2026, 3:04:05 PM');
  });
});

describe('the locale', () => {
  it("is the computer's variant of the chosen language", () => {
    expect(localeOf('es', ['en-GB', 'es-CL'])).toBe('es-CL');
  });

  it('is the bare language where the computer names none', () => {
    expect(localeOf('es', ['en-GB', 'est'])).toBe('es');
  });
});

it('coordinates can be pasted anywhere', () => {
  expect(coordinatesText({ latitude: -29.953, longitude: -71.343216 })).toBe(
    '-29.95300, -71.34322',
  );
});
