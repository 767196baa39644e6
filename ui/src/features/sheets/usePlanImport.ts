/** Reads a file and asks what it would do. Nothing is sent. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { base64Of, ownZone, sheetTexts } from '@/format/sheet';
import { CallError, call, errorBodyOf } from '@/ipc/client';
import type { ImportView, SheetSubject } from '@/ipc/generated/contract';

export function usePlanImport(subject: SheetSubject) {
  const { i18n } = useTranslation('sheets');
  return useMutation<ImportView, CallError, File>({
    mutationFn: async (file) => {
      try {
        const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
        const texts = sheetTexts(i18n.language);
        return await call('plan_import', { subject, base64, texts, zone: ownZone() });
      } catch (thrown) {
        throw new CallError(errorBodyOf(thrown));
      }
    },
  });
}
