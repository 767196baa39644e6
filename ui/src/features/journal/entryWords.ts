/** What an entry of the journal did, in words. */
import type { TFunction } from 'i18next';
import type { JournalEntry } from '@/ipc/generated/contract';

export function whatOf(t: TFunction<'journal'>, entry: JournalEntry): string {
  const { subject, kind, name } = entry;
  if (subject === 'command' || kind === 'send') {
    return t('what.command', { name, text: entry.command?.text ?? '' });
  }
  return t(`what.${subject}.${kind}`, { name });
}
