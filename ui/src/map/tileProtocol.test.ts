import { expect, it, vi } from 'vitest';

vi.mock('maplibre-gl', () => ({ addProtocol: vi.fn() }));
vi.mock('@/ipc/client', () => ({ callTile: vi.fn(), callMapPart: vi.fn() }));
const { mapPartOf, tileOf } = await import('./tileProtocol');

it('reads source and place of a tile', () => {
  expect(tileOf('atalaya://streets/14/4948/9621')).toEqual({
    source: 'streets',
    z: 14,
    x: 4948,
    y: 9621,
  });
});

it.each([
  'atalaya://moon/1/0/0',
  'https://world/1/0/0',
  'atalaya://world/1/0',
  'atalaya://world/a/0/0',
])('does not take %s for a tile', (url) => {
  expect(tileOf(url)).toBeNull();
});

it.each([
  ['2/14/4948/9621', { part: 'tile', source: 2, z: 14, x: 4948, y: 9621 }],
  [
    'glyphs/Noto Sans Bold,A/B/0-255',
    { part: 'glyphs', fonts: 'Noto Sans Bold,A/B', range: '0-255' },
  ],
  ['sprite.json', { part: 'spriteIndex', double: false }],
  ['sprite@2x.png', { part: 'spriteImage', double: true }],
])('reads %s as a part of the chosen map', (text, wanted) => {
  expect(mapPartOf(`atalaya://chosen/7/${text}`)).toEqual({ epoch: 7, wanted });
});

it.each(['atalaya://chosen/7/sprite.svg', 'atalaya://chosen/x/0/0/0/0', 'atalaya://world/1/0/0'])(
  'does not take %s for a part of the chosen map',
  (url) => {
    expect(mapPartOf(url)).toBeNull();
  },
);
