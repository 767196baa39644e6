/**
 * Signs in. Not a mutation of the query client: its cache would hold the key for minutes after it
 * was sent.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, errorBodyOf } from '@/ipc/client';
import type { ErrorBody, SignIn } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

export function useSignIn() {
  const queries = useQueryClient();
  const isUnderWay = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<ErrorBody | null>(null);

  /** Answers with what went wrong; with nothing if it went well, or is already under way. */
  const signIn = async (typed: SignIn): Promise<ErrorBody | null> => {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setPending(true);
    setFailure(null);
    try {
      queries.setQueryData(viewQuery('session', {}).queryKey, await call('sign_in', typed));
      return null;
    } catch (thrown) {
      const body = errorBodyOf(thrown);
      setFailure(body);
      return body;
    } finally {
      isUnderWay.current = false;
      setPending(false);
    }
  };

  return { signIn, isPending, failure };
}
