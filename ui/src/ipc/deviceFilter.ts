/** Filters of devices. */
import type { DeviceFilter } from './generated/contract';

/** Narrows nothing. */
export const EVERY_DEVICE: Readonly<DeviceFilter> = {
  text: '',
  statuses: [],
  groups: [],
  tags: [],
  odd: false,
};
