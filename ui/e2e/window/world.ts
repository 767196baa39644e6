/** What a test of the real window lives in: a sandbox, a data folder, a driver, and the window. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, start } from '../programs';
import { AppWindow, startDriver } from './driver';

export const USER = 'ana@flota.example';
export const KEY = 'w9RtZ4pLs8NbY3cHd6JfG5aUek7Qm2vX';
export const ROW = '[role=row][aria-rowindex]';

export interface WindowWorld {
  readonly folder: string;
  readonly sandbox: Program;
  open(): Promise<AppWindow>;
  /** Closes the window, if one is open. */
  quit(): Promise<void>;
  end(): Promise<void>;
}

export async function startWorld(): Promise<WindowWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-window-'));
  const sandbox = await start('plaspy-sandbox', [
    ...['--devices', '60', '--user-name', USER, '--api-key', KEY, '--control'],
  ]);
  const driver = await startDriver();
  let opened: AppWindow | null = null;
  const quit = async () => {
    await opened?.close();
    opened = null;
  };
  return {
    folder,
    sandbox,
    open: async () => {
      opened = await AppWindow.open(['--data-dir', folder]);
      return opened;
    },
    quit,
    end: async () => {
      await quit();
      driver.kill();
      await sandbox.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
