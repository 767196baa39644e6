import { expect, it } from 'vitest';
import { ALERT_NAMES, alertName } from './alertName';

it('knows each name in any spelling, and no others', () => {
  expect(ALERT_NAMES.map((name) => alertName(name))).toEqual(ALERT_NAMES);
  expect(alertName('SOSButton')).toBe('SOSButton');
  expect(alertName(' sos button')).toBe('SOSButton');
  expect(alertName('Speeding Alert')).toBeUndefined();
  expect(alertName('constructor')).toBeUndefined();
});
