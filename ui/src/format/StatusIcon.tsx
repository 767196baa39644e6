/** The sign of a status: the same shapes as on the map. */
import {
  IconAntennaBarsOff,
  IconEngine,
  IconHelpCircle,
  IconHourglassLow,
  IconNavigationFilled,
  IconParkingCircle,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Status } from '@/ipc/generated/contract';
import { cssShade, STATUS_SHADES } from './status';

const ICONS: Readonly<Record<Status, TablerIcon>> = {
  moving: IconNavigationFilled,
  idling: IconEngine,
  parked: IconParkingCircle,
  silent: IconAntennaBarsOff,
  neverReported: IconHelpCircle,
  notAsked: IconHourglassLow,
};

export function StatusIcon({ status, size = 16 }: { status: Status; size?: number }) {
  const Icon = ICONS[status];
  return <Icon size={size} color={cssShade(STATUS_SHADES[status])} aria-hidden />;
}
