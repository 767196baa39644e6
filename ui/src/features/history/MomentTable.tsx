/** A table of things that were at some time: the one at the moment of the playback is marked. */
import { JourneyTable, type TableProps } from './JourneyTable';
import { keyAt } from './moments';
import type { Playback } from './playback';
import { usePlayback } from './usePlayback';

export function MomentTable({ playback, ...table }: TableProps & { playback: Playback }) {
  const current = usePlayback(playback, (it) => keyAt(table.rows, it.moment()));
  return <JourneyTable {...table} current={current} />;
}
