/** How near the end of a subscription is. */
import { DAY_MS } from '@/format/elapsed';

export type Expiry = 'past' | 'soon' | 'later';

/** Time enough to renew without a gap. */
const SOON_MS = 30 * DAY_MS;

/** Where `now` stands against the end, both in milliseconds. */
export function expiryOf(endsAt: number, now: number): Expiry {
  if (endsAt <= now) return 'past';
  return endsAt - now <= SOON_MS ? 'soon' : 'later';
}
