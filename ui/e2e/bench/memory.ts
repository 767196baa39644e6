/** What a program and all that it started hold in memory. */
import { readdir, readFile } from 'node:fs/promises';

/** The processes that descend from one, itself included. */
async function family(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of the program stands in brackets and may hold anything.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = stat.slice(stat.lastIndexOf(')')).split(' ')[2];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const members = [root];
  for (const member of members) {
    for (const [child, parent] of parents) if (parent === member) members.push(child);
  }
  return members;
}

/** Proportional set size of a family of processes, in MiB: what is shared counts in shares. */
export async function pssMib(root: number): Promise<number> {
  let kib = 0;
  for (const member of await family(root)) {
    const rollup = await readFile(`/proc/${member}/smaps_rollup`, 'utf8').catch(() => '');
    kib += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  }
  return kib / 1024;
}
