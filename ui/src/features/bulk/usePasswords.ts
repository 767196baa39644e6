/**
 * Saves the passwords of users that the work made. The backend forgets them only once the file is
 * saved; on the way there they are kept nowhere.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytesOf, sheetManner } from '@/format/sheet';
import { CallError, call, errorBodyOf } from '@/ipc/client';
import { viewQuery } from '@/ipc/queries';
import { platform } from '@/platform';

export function useSavePasswords() {
  const { t, i18n } = useTranslation('sheets');
  const queries = useQueryClient();
  return useMutation<void, CallError, void>({
    mutationFn: async () => {
      try {
        const { base64 } = await call('job_passwords', sheetManner(i18n.language, 'csv'));
        const isSaved = await platform.saveFile(`${t('file.passwords')}.csv`, bytesOf(base64));
        if (!isSaved) return;
        const job = await call('forget_job_passwords', {});
        queries.setQueryData(viewQuery('job', {}).queryKey, job);
      } catch (thrown) {
        throw thrown instanceof CallError ? thrown : new CallError(errorBodyOf(thrown));
      }
    },
  });
}
