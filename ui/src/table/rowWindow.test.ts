import { expect, it } from 'vitest';
import { windowAround } from './rowWindow';

it('begins at the top for the first screen', () => {
  expect(windowAround(0, 20)).toEqual({ offset: 0, limit: 100 });
});

it('holds a block before and after the screen', () => {
  expect(windowAround(1234, 1260)).toEqual({ offset: 1150, limit: 200 });
});

it('stays the same while scrolling within a block', () => {
  expect(windowAround(1201, 1230)).toEqual(windowAround(1215, 1249));
});

it('never asks for more than one answer may hold', () => {
  expect(windowAround(0, 2000).limit).toBe(500);
});

it('asks for less at a time where rows are large', () => {
  expect(windowAround(25, 30, 20)).toEqual({ offset: 0, limit: 60 });
});
