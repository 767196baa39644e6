/** Writes what became of each thing to a file that the person chooses. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { csvOf } from '@/format/csv';
import { useFormats } from '@/format/FormatProvider';
import { CallError, call, errorBodyOf } from '@/ipc/client';
import type { ItemRow } from '@/ipc/generated/contract';
import { useTroubleWords } from '@/ipc/useTroubleWords';
import { platform } from '@/platform';
import { outcomeRows } from './outcomeRows';

const PAGE = 500;

async function allItems(): Promise<ItemRow[]> {
  const items: ItemRow[] = [];
  for (;;) {
    const page = await call('job_items', { state: null, offset: items.length, limit: PAGE });
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.matched) return items;
  }
}

export function useExport() {
  const { t } = useTranslation('bulk');
  const { t: tFields } = useTranslation('fields');
  const formats = useFormats();
  const troubleWords = useTroubleWords();
  return useMutation<void, CallError, number>({
    mutationFn: async (job) => {
      try {
        const rows = outcomeRows(await allItems(), {
          headers: [
            t('csv.name'),
            t('csv.id'),
            t('csv.kind'),
            t('csv.fields'),
            t('csv.state'),
            t('csv.trouble'),
          ],
          kind: ({ kind }) => t(`kind.${kind}`),
          state: ({ state }) => t(`state.${state}`),
          trouble: troubleWords,
          field: ({ field }) => tFields(`label.${field}`),
          yes: tFields('yes'),
          no: tFields('no'),
          devices: (count) => tFields('devices', { count, total: formats.count(count) }),
        });
        await platform.saveFile(`${t('csv.file')}-${job}.csv`, csvOf(rows));
      } catch (thrown) {
        throw thrown instanceof CallError ? thrown : new CallError(errorBodyOf(thrown));
      }
    },
  });
}
