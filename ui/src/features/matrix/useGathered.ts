/** The changed cells, one step after the other, so that steps can be taken back. */
import { useCallback, useState } from 'react';
import type { GroupForm } from '@/ipc/generated/contract';
import { flipped, type Gathered, NONE_GATHERED } from './gathered';

interface State {
  steps: readonly Gathered[];
  /** The group that would have been left without a device. */
  refused: string | null;
}

const BEGUN: State = { steps: [], refused: null };

export function useGathered() {
  const [{ steps, refused }, setState] = useState(BEGUN);
  const flip = useCallback(
    (group: string, form: GroupForm, device: string) =>
      setState((before) => {
        const last = before.steps.at(-1) ?? NONE_GATHERED;
        const next = flipped(last, group, form, device);
        return next.kind === 'wouldBeEmpty'
          ? { ...before, refused: form.name }
          : { steps: [...before.steps, next.gathered], refused: null };
      }),
    [],
  );
  const undo = useCallback(
    () => setState((before) => ({ steps: before.steps.slice(0, -1), refused: null })),
    [],
  );
  const discard = useCallback(() => setState(BEGUN), []);
  return { gathered: steps.at(-1) ?? NONE_GATHERED, refused, flip, undo, discard };
}
