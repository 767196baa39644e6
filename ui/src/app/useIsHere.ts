/** Whether the page is still shown: what comes late must not lead back to it. */
import { useEffect, useRef } from 'react';

export function useIsHere(): () => boolean {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => isHere.current;
}
