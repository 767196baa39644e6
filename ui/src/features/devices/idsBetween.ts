/** The ids of devices between two places of the list, those included that are not on the screen. */
import { call } from '@/ipc/client';
import type { DeviceFilter, Sort } from '@/ipc/generated/contract';

/** The most rows that one question may ask for. */
const PAGE = 500;

export async function idsBetween(
  filter: DeviceFilter,
  sort: Sort,
  first: number,
  last: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = first; offset <= last; offset += PAGE) {
    const limit = Math.min(PAGE, last - offset + 1);
    const { rows } = await call('device_rows', { filter, sort, offset, limit });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
