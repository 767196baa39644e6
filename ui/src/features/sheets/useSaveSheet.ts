/** Saves users or groups as a file. Passwords are never in it. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytesOf, sheetManner } from '@/format/sheet';
import { CallError, call, errorBodyOf } from '@/ipc/client';
import type { SheetFormat, UserSelection } from '@/ipc/generated/contract';
import { platform } from '@/platform';

/** Which users, or all groups. */
export type Wanted = UserSelection | 'groups';

export function useSaveSheet() {
  const { t, i18n } = useTranslation('sheets');
  return useMutation<void, CallError, { wanted: Wanted; format: SheetFormat }>({
    mutationFn: async ({ wanted, format }) => {
      try {
        const manner = sheetManner(i18n.language, format);
        const file = await (wanted === 'groups'
          ? call('export_groups', manner)
          : call('export_users', { selection: wanted, manner }));
        const name = t(wanted === 'groups' ? 'file.groups' : 'file.users');
        await platform.saveFile(`${name}.${format}`, bytesOf(file.base64));
      } catch (thrown) {
        throw new CallError(errorBodyOf(thrown));
      }
    },
  });
}
