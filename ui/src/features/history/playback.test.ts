import { beforeEach, expect, it } from 'vitest';
import { createPlayback, type Frames } from './playback';

let waiting: ((nowMs: number) => void) | null = null;
const frames: Frames = {
  request: (step) => {
    waiting = step;
    return 1;
  },
  cancel: () => {
    waiting = null;
  },
};

function frame(nowMs: number): void {
  const step = waiting;
  waiting = null;
  step?.(nowMs);
}

beforeEach(() => {
  waiting = null;
});

it('runs as many times as fast as it happened, up to the end', () => {
  const playback = createPlayback(frames);
  playback.setSpan(1_000, 1_010);
  playback.setFactor(16);
  expect(playback.moment()).toBe(1_000);
  playback.play();
  frame(0);
  frame(100);
  expect(playback.moment()).toBeCloseTo(1_001.6);
  expect(playback.isPlaying()).toBe(true);
  for (const now of [300, 500, 700, 900]) frame(now);
  expect(playback.moment()).toBe(1_010);
  expect(playback.isPlaying()).toBe(false);
  playback.play();
  expect(playback.moment()).toBe(1_000);
});

it('does not leap after a window was out of sight', () => {
  const playback = createPlayback(frames);
  playback.setSpan(0, 1_000);
  playback.setFactor(1);
  playback.play();
  frame(0);
  frame(60_000);
  expect(playback.moment()).toBe(0.25);
});

it('keeps the moment when more becomes known, and stays within', () => {
  const playback = createPlayback(frames);
  playback.setSpan(100, 200);
  playback.go(150);
  playback.setSpan(50, 300);
  expect(playback.moment()).toBe(150);
  playback.go(1_000);
  expect(playback.moment()).toBe(300);
  playback.setSpan(50, 120);
  expect(playback.moment()).toBe(120);
});

it('tells who listens, and nobody else', () => {
  const playback = createPlayback(frames);
  let told = 0;
  const stop = playback.subscribe(() => {
    told += 1;
  });
  playback.setSpan(0, 10);
  playback.go(5);
  stop();
  playback.go(6);
  expect(told).toBe(2);
});

it('nothing plays before there is something to play', () => {
  const playback = createPlayback(frames);
  playback.play();
  expect(playback.isPlaying()).toBe(false);
});
