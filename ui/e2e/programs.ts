/** Starts the programs that a test needs, and ends them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../target/debug/', import.meta.url));

export interface Program {
  /** The first line that it printed. */
  readonly line: string;
  /** Its process. */
  readonly pid: number;
  end(): Promise<void>;
}

/**
 * Starts a program of ours and waits for the line that says how to reach it. What it logs goes to a
 * file if one is given.
 */
export async function start(
  name: string,
  args: string[],
  logFile?: string,
  variables: Record<string, string> = {},
): Promise<Program> {
  const log = logFile === undefined ? 'inherit' : openSync(logFile, 'a');
  const env = { ...process.env, ...variables };
  const child = spawn(`${BUILT}${name}`, args, { stdio: ['ignore', 'pipe', log], env });
  if (typeof log === 'number') closeSync(log);
  const line = await firstLine(child, name);
  return { line, pid: child.pid ?? 0, end: () => end(child) };
}

async function firstLine(child: ChildProcess, name: string): Promise<string> {
  if (!child.stdout) throw new Error(`${name} has no output`);
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${name} ended without a word`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
