import { describe, expect, it } from 'vitest';
import { parseCoordinates } from './parseCoordinates';

function read(text: string): [number, number] | string {
  const parsed = parseCoordinates(text);
  if ('fault' in parsed) return parsed.fault;
  const { latitude, longitude } = parsed.position;
  return [Number(latitude.toFixed(6)), Number(longitude.toFixed(6))];
}

describe('parseCoordinates', () => {
  it.each([
    '-29.9, -71.25',
    '−29.9, −71.25',
    '-29.9,-71.25',
    ' -29.9  -71.25 ',
    '(-29.9; -71.25)',
    '-29,9 -71,25',
    '-29,9, -71,25',
    '-29,9;-71,25',
    '-29,9,-71,25',
    'lat: -29.9, lon: -71.25',
    'Latitud -29,9 Longitud -71,25',
    '29.9 S 71.25 W',
    '29,9 S; 71,25 O',
    's29.9, w71.25',
    'W 71.25 S 29.9',
    '-29.9° -71.25°',
    '29°54\'00"S 71°15\'00"W',
    '29° 54′ 0″ S, 71° 15′ 0″ W',
    "29º54.0'S 71º15'W",
    "-29°54', -71°15'",
    '-29° 54’ 0’’ -71° 15’ 0’’',
    '29 54 0 S 71 15 0 W',
    'S 29:54:00 W 71:15:00',
    '-29 54 0; -71 15 0',
    'geo:-29.9,-71.25',
    'geo:-29.9,-71.25,120;u=35',
    'geo:0,0?q=-29.9,-71.25(Yard)',
    'https://www.google.com/maps/@-29.9,-71.25,15z',
    'https://www.google.com/maps/place/Yard/@-29.8,-71.2,15z/data=!3d-29.9!4d-71.25',
    'https://maps.google.com/?q=-29.9,-71.25',
    'https://www.google.com/maps/search/?api=1&query=-29.9%2C-71.25',
    'https://www.google.com/maps/place/-29.9,-71.25',
    'https://www.openstreetmap.org/?mlat=-29.9&mlon=-71.25#map=17/-29.8/-71.2',
    'https://www.openstreetmap.org/#map=14/-29.9/-71.25',
    'https://maps.apple.com/?ll=-29.9,-71.25&q=Yard',
    'https://www.bing.com/maps?cp=-29.9~-71.25&lvl=15',
    'maps.google.com/maps?q=loc:-29.9,-71.25',
  ])('reads %s', (text) => {
    expect(read(text)).toEqual([-29.9, -71.25]);
  });

  it.each([
    ['48.8583, 2.2944', [48.8583, 2.2944]],
    ['29, 71', [29, 71]],
    ['29,71', [29, 71]],
    ['0, 0', [0, 0]],
    ['90 N 180 E', [90, 180]],
    ['40°26\'46.5"N 79°58\'56"E', [40.44625, 79.982222]],
  ])('reads %s', (text, position) => {
    expect(read(text)).toEqual(position);
  });

  it.each([
    '',
    'Coquimbo',
    '29',
    '1, 2, 3',
    '29.9 S 71.25 S',
    '-29.9 N 71 W',
    "29°61'S 71°W",
    '29.5 30 S 71 W',
    '1,2,3,4,5',
    'https://www.google.com/maps',
    'https://example.org/%zz',
  ])('finds no coordinates in %s', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it('says which of the two is out of range', () => {
    expect(read('-129.9, -71.25')).toBe('latitude');
    expect(read('-29.9, -181')).toBe('longitude');
  });
});
