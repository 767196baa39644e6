/** Searches what a page holds in memory. */
import type { Page } from '@playwright/test';

/** Counts the texts in the page's memory that hold `text`, after the garbage is gone. */
export async function timesInMemory(app: Page, text: string): Promise<number> {
  const session = await app.context().newCDPSession(app);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('').split(text).length - 1;
}
