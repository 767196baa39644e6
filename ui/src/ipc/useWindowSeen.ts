/** Tells the backend whether anybody sees the window: unseen, it spends a trickle of requests only. */
import { useEffect } from 'react';
import { call } from './client';

export function useWindowSeen(): void {
  useEffect(() => {
    const tell = () => {
      // A backend that can't be reached shows everywhere else.
      call('set_hidden', { isHidden: document.hidden }).catch(() => {});
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, []);
}
