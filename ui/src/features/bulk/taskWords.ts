/** How a task is called, and of what its things are. */
import type { BulkTask } from '@/ipc/generated/contract';

export type Things = 'users' | 'groups' | 'deleted' | 'things';

/** Entries of the journal that were made together may be about either. */
export function thingsOf(task: BulkTask): Things {
  if (task.kind === 'users') return 'users';
  if (task.kind === 'deleteGroups') return 'deleted';
  return task.kind === 'undo' ? 'things' : 'groups';
}

export function titleOf(task: BulkTask) {
  switch (task.kind) {
    case 'users':
      return `title.${task.action.kind}` as const;
    case 'members':
      return task.add ? ('title.add' as const) : ('title.remove' as const);
    default:
      return `title.${task.kind}` as const;
  }
}

export function confirmOf(task: BulkTask) {
  if (task.kind === 'deleteGroups') return 'confirm.deleteGroups';
  return task.kind === 'undo' ? 'confirm.undo' : 'confirm.start';
}
