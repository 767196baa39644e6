/** What programs and all that they started hold in memory. */
import { readdir, readFile } from 'node:fs/promises';

/** Every process with that which started it. */
async function parents(): Promise<Map<number, number>> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of the program stands in brackets and may hold anything.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = stat.slice(stat.lastIndexOf(')')).split(' ')[2];
    if (parent) parents.set(Number(name), Number(parent));
  }
  return parents;
}

/** The processes that descend from one, itself included, without those of another one's. */
async function family(root: number, except?: number): Promise<number[]> {
  const members = [root];
  const all = await parents();
  for (const member of members) {
    for (const [child, parent] of all) {
      if (parent === member && child !== except) members.push(child);
    }
  }
  return members;
}

async function pssOfMib(processes: number[]): Promise<number> {
  let kib = 0;
  for (const member of processes) {
    const rollup = await readFile(`/proc/${member}/smaps_rollup`, 'utf8').catch(() => '');
    kib += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  }
  return kib / 1024;
}

/** Proportional set size of a family of processes, in MiB: what is shared counts in shares. */
export async function pssMib(root: number): Promise<number> {
  return pssOfMib(await family(root));
}

/** The same of all that this process started, the browser with its pages, but for one family. */
export async function pssOfStartedMib(except: number): Promise<number> {
  const all = await family(process.pid, except);
  return pssOfMib(all.filter((member) => member !== process.pid));
}
