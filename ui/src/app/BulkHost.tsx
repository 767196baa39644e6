/**
 * Work on many things at once, from wherever it is asked for: its preview, how it goes, and the change
 * that has to be settled by itself.
 */
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useMemo,
  useState,
} from 'react';
import type { ReadyPlan } from '@/features/bulk/BulkDialog';
import type { AnyChange, BulkTask } from '@/ipc/generated/contract';
import { useAfterFirstRows } from './useAfterFirstRows';

// Read once the first rows are there, or when they are asked for.
const JobBar = lazy(async () => ({ default: (await import('@/features/bulk/JobBar')).JobBar }));
const BulkDialog = lazy(async () => ({
  default: (await import('@/features/bulk/BulkDialog')).BulkDialog,
}));
const JobDialog = lazy(async () => ({
  default: (await import('@/features/bulk/JobDialog')).JobDialog,
}));
const ChangePreview = lazy(async () => ({
  default: (await import('@/features/changes/ChangePreview')).ChangePreview,
}));

interface Review {
  task: BulkTask | ReadyPlan;
  /** Called once it was sent off. */
  onStarted?: (() => void) | undefined;
}

type ReviewTask = (task: BulkTask | ReadyPlan, onStarted?: () => void) => void;

const BulkContext = createContext<ReviewTask | null>(null);

/** Opens the preview of a task. */
export function useReviewTask(): ReviewTask {
  const review = use(BulkContext);
  if (!review) throw new Error('BulkHost is missing above this component');
  return review;
}

interface Props {
  /** Puts the line that tells of the work into the shell. */
  children(bar: ReactNode): ReactNode;
}

export function BulkHost({ children }: Props) {
  const queries = useQueryClient();
  const [review, setReview] = useState<Review | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [settled, setSettled] = useState<AnyChange | null>(null);
  const open = useCallback<ReviewTask>((task, onStarted) => setReview({ task, onStarted }), []);
  const isTime = useAfterFirstRows();
  const bar = useMemo(
    () =>
      isTime && (
        <Suspense fallback={null}>
          <JobBar onOpen={() => setIsOpen(true)} />
        </Suspense>
      ),
    [isTime],
  );
  const settle = (change: AnyChange) => {
    setReview(null);
    setIsOpen(false);
    setSettled(change);
  };
  return (
    <BulkContext value={open}>
      {children(bar)}
      <Suspense fallback={null}>
        {review && (
          <BulkDialog
            task={review.task}
            onClose={() => setReview(null)}
            onStarted={() => review.onStarted?.()}
            onSettle={settle}
          />
        )}
        {isOpen && <JobDialog onSettle={settle} onClose={() => setIsOpen(false)} />}
        {settled && (
          <ChangePreview
            first={{ change: settled, undoes: null, password: null }}
            onClose={() => setSettled(null)}
            onDone={() => {
              setSettled(null);
              setIsOpen(true);
              for (const view of ['groups', 'users', 'journal', 'job']) {
                void queries.invalidateQueries({ queryKey: [view] });
              }
            }}
          />
        )}
      </Suspense>
    </BulkContext>
  );
}
