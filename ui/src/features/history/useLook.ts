/** What is looked at within the days: a part of the time, and what the map was moved to. */
import { useCallback, useState } from 'react';
import type { Part } from './part';

interface Look {
  /** Which device and days it is a look at. */
  key: string;
  /** The part that charts and map show in more detail. */
  part: Part | null;
  /** What the map is moved to; another object moves it anew. */
  focus: Part | null;
}

export function useLook(key: string) {
  const [held, setHeld] = useState<Look>({ key, part: null, focus: null });
  const look = held.key === key ? held : { key, part: null, focus: null };
  // Other days begin as a whole.
  if (look !== held) setHeld(look);

  const showPart = useCallback(
    (part: Part | null) => setHeld((before) => ({ ...before, part, focus: part })),
    [],
  );
  /** Moves the map alone; a closer look that doesn't hold it ends. */
  const showOnMap = useCallback(
    (focus: Part) =>
      setHeld((before) => {
        const { part } = before;
        const isWithin = part && focus.from >= part.from && focus.to <= part.to;
        return { ...before, part: isWithin ? part : null, focus };
      }),
    [],
  );
  return { part: look.part, focus: look.focus, showPart, showOnMap };
}
