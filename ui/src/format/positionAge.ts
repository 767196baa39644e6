/**
 * The two clocks of a position: when the tracker measured it, and when the service was last asked. An
 * old position is old because of one or the other, and means something else in each case.
 */

/** From this age on a position is no news any more. */
export const OLD_MS = 3_600_000;

/**
 * Why a position is old: the tracker had sent nothing for long when the service was asked, or the
 * service was not asked for long since.
 */
export type AgeReason = 'tracker' | 'question';

/** Null for a position that is not old. All three in milliseconds. */
export function reasonOfAge(fixAt: number, askedAt: number, now: number): AgeReason | null {
  if (now - fixAt <= OLD_MS) return null;
  return askedAt - fixAt >= now - askedAt ? 'tracker' : 'question';
}
