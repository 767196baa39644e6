/** The listed changes as a file; those that were made together come out one by one. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { csvOf } from '@/format/csv';
import { call } from '@/ipc/client';
import type { JournalEntry } from '@/ipc/generated/contract';
import { useTroubleWords } from '@/ipc/useTroubleWords';
import { platform } from '@/platform';
import { whatOf } from './entryWords';

/** The journal itself is looked through no farther. */
const MOST = 10_000;

async function oneByOne(entries: readonly JournalEntry[]): Promise<JournalEntry[]> {
  const all: JournalEntry[] = [];
  for (const entry of entries) {
    if (entry.batch === null) all.push(entry);
    else {
      const args = { text: '', state: null, batch: entry.id, limit: MOST };
      all.push(...(await call('journal', args)));
    }
  }
  return all;
}

export function useExport() {
  const { t } = useTranslation('journal');
  const troubleWords = useTroubleWords();
  return useMutation<boolean, Error, readonly JournalEntry[]>({
    mutationFn: async (entries) => {
      const rows = (await oneByOne(entries)).map((entry) => [
        entry.at,
        whatOf(t, entry),
        entry.subjectId ?? '',
        t(`state.${entry.state}`),
        entry.trouble ? troubleWords(entry.trouble) : (entry.words ?? ''),
      ]);
      const header = [
        t('column.when'),
        t('column.what'),
        t('column.id'),
        t('column.state'),
        t('column.words'),
      ];
      return platform.saveFile(`${t('fileName')}.csv`, csvOf([header, ...rows]));
    },
  });
}
