/** Reads one thing of the playback; who reads it renders again when that changes. */
import { useSyncExternalStore } from 'react';
import type { Playback } from './playback';

export function usePlayback<T extends number | boolean | string | null>(
  playback: Playback,
  read: (playback: Playback) => T,
): T {
  return useSyncExternalStore(playback.subscribe, () => read(playback));
}
