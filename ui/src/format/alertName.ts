/** The known names of alerts, however they are spelt. The set is open: the service may send others. */
import names from '@/i18n/en/alertNames.json';

export type AlertName = keyof typeof names;

const plain = (name: string) => name.replace(/[\s_-]/g, '').toLowerCase();

const known = new Map(Object.keys(names).map((name) => [plain(name), name as AlertName]));

/** Every name that has words. */
export const ALERT_NAMES: readonly AlertName[] = [...known.values()];

/** The known name that a code means; case, spaces and dashes don't count. */
export function alertName(code: string): AlertName | undefined {
  return known.get(plain(code));
}
