import { describe, expect, it } from 'vitest';
import { distanceIn, mileageIn, speedIn, temperatureIn } from './units';

describe('speed', () => {
  it('stays in km/h for metric readers', () => {
    expect(speedIn('metric', 42)).toEqual({ value: 42, unit: 'kilometer-per-hour', decimals: 0 });
  });

  it('becomes miles an hour for imperial readers', () => {
    const { value, unit } = speedIn('imperial', 100);
    expect(value).toBeCloseTo(62.137, 3);
    expect(unit).toBe('mile-per-hour');
  });
});

describe('distance', () => {
  it('is in metres, to ten of them, below a kilometre', () => {
    expect(distanceIn('metric', 844)).toEqual({ value: 840, unit: 'meter', decimals: 0 });
  });

  it('has one decimal below ten kilometres and none above', () => {
    expect(distanceIn('metric', 3440)).toMatchObject({
      value: 3.44,
      unit: 'kilometer',
      decimals: 1,
    });
    expect(distanceIn('metric', 34_400)).toMatchObject({ unit: 'kilometer', decimals: 0 });
  });

  it('goes from feet to miles at a tenth of a mile', () => {
    expect(distanceIn('imperial', 100).unit).toBe('foot');
    expect(distanceIn('imperial', 1000).unit).toBe('mile');
  });
});

it('an odometer is converted whole', () => {
  expect(mileageIn('imperial', 160.9344).value).toBeCloseTo(100, 6);
});

it('a temperature moves its zero', () => {
  expect(temperatureIn('imperial', 0)).toMatchObject({ value: 32, unit: 'fahrenheit' });
  expect(temperatureIn('imperial', -40).value).toBeCloseTo(-40, 6);
});
