/** The texts, by language and subject. */
import changes from './en/changes.json';
import common from './en/common.json';
import device from './en/device.json';
import devices from './en/devices.json';
import errors from './en/errors.json';
import groups from './en/groups.json';
import journal from './en/journal.json';
import map from './en/map.json';
import session from './en/session.json';
import settings from './en/settings.json';
import speed from './en/speed.json';
import status from './en/status.json';
import esChanges from './es/changes.json';
import esCommon from './es/common.json';
import esDevice from './es/device.json';
import esDevices from './es/devices.json';
import esErrors from './es/errors.json';
import esGroups from './es/groups.json';
import esJournal from './es/journal.json';
import esMap from './es/map.json';
import esSession from './es/session.json';
import esSettings from './es/settings.json';
import esSpeed from './es/speed.json';
import esStatus from './es/status.json';

export const catalogs = {
  en: {
    changes,
    common,
    device,
    devices,
    errors,
    groups,
    journal,
    map,
    session,
    settings,
    speed,
    status,
  },
  es: {
    changes: esChanges,
    common: esCommon,
    device: esDevice,
    devices: esDevices,
    errors: esErrors,
    groups: esGroups,
    journal: esJournal,
    map: esMap,
    session: esSession,
    settings: esSettings,
    speed: esSpeed,
    status: esStatus,
  },
} as const;

export type LanguageCode = keyof typeof catalogs;
