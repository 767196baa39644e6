/** Answers the system's dialog that asks where to save a file, as a person at the keyboard would. */
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const STEP_MS = 100;

function xdotool(...args: string[]): string {
  try {
    return execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // It fails where it finds no window.
    return '';
  }
}

/** Types a path into the dialog that is open, or about to, and presses Enter. */
export async function saveAs(path: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const dialog = xdotool('search', '--onlyvisible', '--name', '^Save').trim().split('\n').at(-1);
    if (dialog) {
      // There is no window manager that would give it the focus.
      xdotool('windowfocus', '--sync', dialog);
      xdotool('key', '--clearmodifiers', 'ctrl+a');
      xdotool('type', '--delay', '5', path);
      xdotool('key', 'Return');
      return;
    }
    if (Date.now() > until) throw new Error('no dialog asks where to save the file');
    await pause(STEP_MS);
  }
}
