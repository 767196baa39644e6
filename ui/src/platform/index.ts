/** Picks the surroundings that this page runs in. */
import { devhost } from './devhost';
import type { Platform } from './platform';
import { tauri } from './tauri';

export const platform: Platform = '__TAURI_INTERNALS__' in window ? tauri : devhost;
