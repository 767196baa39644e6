import { expect, test } from 'vitest';
import { MAP_SITES, mapLink } from './mapSites';

test('every link names the place, and only it, over https', () => {
  const position = { latitude: -29.9012345, longitude: -71.2543219 };
  for (const site of MAP_SITES) {
    const url = new URL(mapLink(position, site));
    expect(url.protocol).toBe('https:');
    const said = decodeURIComponent(url.href);
    expect(said).toContain('-29.90123');
    expect(said).toContain('-71.25432');
  }
  expect(mapLink(position, 'google')).toBe(
    'https://www.google.com/maps/search/?api=1&query=-29.90123%2C-71.25432',
  );
});
