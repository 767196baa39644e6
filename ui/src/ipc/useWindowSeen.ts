/** Tells the backend whether anybody sees the account: unseen, a trickle of its requests is spent only. */
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
