/** How odd positions look, in the list, in the panel and on the map alike. */
import type { Oddity } from '@/ipc/generated/contract';
import type { Shades } from './status';

export const ODD_SHADES: Shades = { light: '#8f4a00', dark: '#ffc46b' };

/** Whether the last good position is shown instead of what the tracker reports. */
export function hidesPlace(oddities: readonly Oddity[]): boolean {
  return oddities.includes('atZero') || oddities.includes('jump');
}
