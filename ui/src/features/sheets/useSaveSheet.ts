/** Saves users or groups as a file. Passwords are never in it. */
import { useTranslation } from 'react-i18next';
import { bytesOf, sheetManner } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { SheetFormat, UserSelection } from '@/ipc/generated/contract';
import { useSaveFile } from '@/ipc/useSaveFile';

/** Which users, or all groups. */
export type Wanted = UserSelection | 'groups';

export function useSaveSheet() {
  const { t, i18n } = useTranslation('sheets');
  return useSaveFile<{ wanted: Wanted; format: SheetFormat }>(async ({ wanted, format }) => {
    const manner = sheetManner(i18n.language, format);
    const file = await (wanted === 'groups'
      ? call('export_groups', manner)
      : call('export_users', { selection: wanted, manner }));
    const name = t(wanted === 'groups' ? 'file.groups' : 'file.users');
    return { name: `${name}.${format}`, bytes: bytesOf(file.base64) };
  });
}
