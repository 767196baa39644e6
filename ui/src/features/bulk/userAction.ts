/** What is to be done to many users, made of what a person typed; null as long as something is missing. */
import { endOfDay } from '@/format/days';
import type { UserAction } from '@/ipc/generated/contract';

export type ActionKind = UserAction['kind'];

export interface ActionDraft {
  message: string;
  /** A day as a date input writes it. */
  day: string;
  isNever: boolean;
  days: number | '';
  /** Null while none was chosen; empty for no group at all. */
  group: string | null;
  add: string[];
  remove: string[];
  tagName: string;
  tagValue: string;
  timeZone: string;
}

export const EMPTY_DRAFT: ActionDraft = {
  message: '',
  day: '',
  isNever: false,
  days: 30,
  group: null,
  add: [],
  remove: [],
  tagName: '',
  tagValue: '',
  timeZone: '',
};

/** No account is extended by more than a lifetime. */
export const MOST_DAYS = 36_500;

export function actionOf(kind: ActionKind, draft: ActionDraft): UserAction | null {
  switch (kind) {
    case 'disable':
      return { kind, message: draft.message.trim() || null };
    case 'enable':
      return { kind };
    case 'expire': {
      if (draft.isNever) return { kind, at: null };
      const at = endOfDay(draft.day);
      return at === null ? null : { kind, at };
    }
    case 'extend':
      return typeof draft.days === 'number' && draft.days >= 1
        ? { kind, days: Math.min(MOST_DAYS, Math.round(draft.days)) }
        : null;
    case 'group':
      return draft.group === null ? null : { kind, group: draft.group || null };
    case 'privileges': {
      const { add, remove } = draft;
      return add.length + remove.length > 0 ? { kind, add, remove } : null;
    }
    case 'tags': {
      const name = draft.tagName.trim();
      const set: Record<string, string> = name ? { [name]: draft.tagValue.trim() } : {};
      return name || draft.remove.length > 0 ? { kind, set, remove: draft.remove } : null;
    }
    case 'timeZone':
      return draft.timeZone.trim() ? { kind, timeZone: draft.timeZone.trim() } : null;
    case 'message':
      return { kind, message: draft.message.trim() };
  }
}
