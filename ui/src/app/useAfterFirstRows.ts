/** Turns true once the first rows are on the screen: what nobody waits for at the start comes then. */
import { useEffect, useState } from 'react';
import { whenPainted } from '@/components/markPainted';

/** An account without devices never shows a row. */
const PATIENCE_MS = 3_000;

export function useAfterFirstRows(): boolean {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void whenPainted('rows-painted', PATIENCE_MS).then(() => {
      if (isWanted) setIsTime(true);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return isTime;
}
