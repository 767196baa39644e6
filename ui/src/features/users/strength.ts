/** How strong a password is. Large word lists: read when someone begins to type one, and not before. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Longer ones are strong, and take long to look at. */
const LOOKED_AT = 64;

/** From 0, very weak, to 4, very strong; what the user is called is weak. */
export function strengthOf(password: string, known: readonly string[]): number {
  return estimator.check(password.slice(0, LOOKED_AT), [...known]).score;
}
