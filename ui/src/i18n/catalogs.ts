/** The texts, by language and subject. */
import access from './en/access.json';
import alertNames from './en/alertNames.json';
import alerts from './en/alerts.json';
import baseMap from './en/baseMap.json';
import bulk from './en/bulk.json';
import changes from './en/changes.json';
import commands from './en/commands.json';
import common from './en/common.json';
import device from './en/device.json';
import deviceSheet from './en/deviceSheet.json';
import devices from './en/devices.json';
import errors from './en/errors.json';
import fields from './en/fields.json';
import groups from './en/groups.json';
import history from './en/history.json';
import inbox from './en/inbox.json';
import journal from './en/journal.json';
import map from './en/map.json';
import mapActions from './en/mapActions.json';
import matrix from './en/matrix.json';
import position from './en/position.json';
import reports from './en/reports.json';
import scope from './en/scope.json';
import selection from './en/selection.json';
import session from './en/session.json';
import settings from './en/settings.json';
import share from './en/share.json';
import sheets from './en/sheets.json';
import speed from './en/speed.json';
import status from './en/status.json';
import tripRules from './en/tripRules.json';
import unread from './en/unread.json';
import usage from './en/usage.json';
import users from './en/users.json';
import esAccess from './es/access.json';
import esAlertNames from './es/alertNames.json';
import esAlerts from './es/alerts.json';
import esBaseMap from './es/baseMap.json';
import esBulk from './es/bulk.json';
import esChanges from './es/changes.json';
import esCommands from './es/commands.json';
import esCommon from './es/common.json';
import esDevice from './es/device.json';
import esDeviceSheet from './es/deviceSheet.json';
import esDevices from './es/devices.json';
import esErrors from './es/errors.json';
import esFields from './es/fields.json';
import esGroups from './es/groups.json';
import esHistory from './es/history.json';
import esInbox from './es/inbox.json';
import esJournal from './es/journal.json';
import esMap from './es/map.json';
import esMapActions from './es/mapActions.json';
import esMatrix from './es/matrix.json';
import esPosition from './es/position.json';
import esReports from './es/reports.json';
import esScope from './es/scope.json';
import esSelection from './es/selection.json';
import esSession from './es/session.json';
import esSettings from './es/settings.json';
import esShare from './es/share.json';
import esSheets from './es/sheets.json';
import esSpeed from './es/speed.json';
import esStatus from './es/status.json';
import esTripRules from './es/tripRules.json';
import esUnread from './es/unread.json';
import esUsage from './es/usage.json';
import esUsers from './es/users.json';

export const catalogs = {
  en: {
    access,
    alertNames,
    alerts,
    baseMap,
    bulk,
    changes,
    commands,
    common,
    device,
    devices,
    deviceSheet,
    errors,
    fields,
    groups,
    history,
    inbox,
    journal,
    map,
    mapActions,
    matrix,
    position,
    reports,
    scope,
    selection,
    session,
    settings,
    share,
    sheets,
    speed,
    status,
    tripRules,
    unread,
    usage,
    users,
  },
  es: {
    access: esAccess,
    alertNames: esAlertNames,
    alerts: esAlerts,
    baseMap: esBaseMap,
    bulk: esBulk,
    changes: esChanges,
    commands: esCommands,
    common: esCommon,
    device: esDevice,
    devices: esDevices,
    deviceSheet: esDeviceSheet,
    errors: esErrors,
    fields: esFields,
    groups: esGroups,
    history: esHistory,
    inbox: esInbox,
    journal: esJournal,
    map: esMap,
    mapActions: esMapActions,
    matrix: esMatrix,
    position: esPosition,
    reports: esReports,
    scope: esScope,
    selection: esSelection,
    session: esSession,
    settings: esSettings,
    share: esShare,
    sheets: esSheets,
    speed: esSpeed,
    status: esStatus,
    tripRules: esTripRules,
    unread: esUnread,
    usage: esUsage,
    users: esUsers,
  },
} as const;

export type LanguageCode = keyof typeof catalogs;
