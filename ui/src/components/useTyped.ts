/**
 * What is being typed, while the address follows: the echo of a letter must not undo the next one. Back,
 * forward and saved views change it from outside.
 */
import { useEffect, useRef, useState } from 'react';

export function useTyped(text: string) {
  const [typed, setTyped] = useState(text);
  const sent = useRef<string[]>([]);
  useEffect(() => {
    const place = sent.current.indexOf(text);
    // Echoes come in order: what was sent before this one has come or never will.
    if (place >= 0) sent.current = sent.current.slice(place + 1);
    else setTyped(text);
  }, [text]);
  const type = (next: string) => {
    if (next !== typed) sent.current.push(next);
    setTyped(next);
  };
  return [typed, type] as const;
}
