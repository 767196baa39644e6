/** How tables are written to and read from files: titles of columns in each language, and the bytes. */

import { catalogs, type LanguageCode } from '@/i18n/catalogs';
import type { SheetFormat, SheetManner, SheetTexts } from '@/ipc/generated/contract';

const LANGUAGES = Object.keys(catalogs) as LanguageCode[];

function textsOf(language: LanguageCode): SheetTexts {
  const { sheets, fields } = catalogs[language];
  return { columns: sheets.column, yes: fields.yes, no: fields.no };
}

function ownLanguage(language: string): LanguageCode {
  return LANGUAGES.find((code) => language.startsWith(code)) ?? 'en';
}

/** The words for tables of a route: titles, and kinds of alerts by their names. */
export function routeTexts(language: string): SheetTexts {
  const { alertNames, history, fields } = catalogs[ownLanguage(language)];
  return { columns: { ...alertNames, ...history.sheet }, yes: fields.yes, no: fields.no };
}

/** The words for tables of a report. */
export function reportTexts(language: string): SheetTexts {
  const { reports, fields } = catalogs[ownLanguage(language)];
  return { columns: reports.sheet, yes: fields.yes, no: fields.no };
}

/** The words for tables of alerts: titles, and kinds by their names. */
export function alertTexts(language: string): SheetTexts {
  const { alerts, alertNames, fields } = catalogs[ownLanguage(language)];
  return { columns: { ...alertNames, ...alerts.sheet }, yes: fields.yes, no: fields.no };
}

/** How devices are written. */
export function deviceManner(language: string, format: SheetFormat): SheetManner {
  const { deviceSheet, devices, fields } = catalogs[ownLanguage(language)];
  const columns = { ...deviceSheet.column, ...devices.status };
  return { format, texts: { columns, yes: fields.yes, no: fields.no }, zone: ownZone() };
}

/** The words of every language, the person's first: a file may come from a colleague with another. */
export function sheetTexts(language: string): SheetTexts[] {
  const own = ownLanguage(language);
  return [own, ...LANGUAGES.filter((code) => code !== own)].map(textsOf);
}

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function sheetManner(language: string, format: SheetFormat): SheetManner {
  const [texts] = sheetTexts(language);
  return { format, texts: texts as SheetTexts, zone: ownZone() };
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** A piece at a time: a call takes only so many arguments. */
const PIECE = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(letters);
}
