/** The settings, wherever they are needed; the backend's defaults until they are read. */
import { useQuery } from '@tanstack/react-query';
import type { Settings } from './generated/contract';
import { viewQuery } from './queries';

const BEFORE_READ: Settings = {
  units: 'metric',
  language: 'system',
  theme: 'system',
  thresholds: { movingSpeedKmh: 5, silentAfterMinutes: 24 * 60 },
  deviceColumns: null,
};

export function useSettings(): Settings {
  return useQuery(viewQuery('settings', {})).data ?? BEFORE_READ;
}
