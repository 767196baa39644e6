import { expect, it, vi } from 'vitest';

vi.mock('maplibre-gl', () => ({ addProtocol: vi.fn() }));
vi.mock('@/ipc/client', () => ({ callTile: vi.fn() }));
const { tileOf } = await import('./tileProtocol');

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
