/**
 * Leaves a mark on the page's time line once what was just rendered is on the screen, the first time
 * only: from the start to there is what people wait for, and what `cargo xtask bench start` measures.
 * What nobody waits for can wait for the mark.
 */
const marks = new Map<string, { isSet: boolean; waiting: (() => void)[] }>();

function markOf(name: string) {
  const mark = marks.get(name) ?? { isSet: false, waiting: [] };
  marks.set(name, mark);
  return mark;
}

export function markPainted(name: string): void {
  const mark = markOf(name);
  if (mark.isSet) return;
  mark.isSet = true;
  requestAnimationFrame(() => {
    // The next task comes after the frame that the callback belongs to.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.mark(name);
      for (const goOn of mark.waiting) goOn();
    };
    port2.postMessage(null);
  });
}

/** Resolves once it is painted, or after this time: it may never be. */
export function whenPainted(name: string, atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (performance.getEntriesByName(name).length > 0) return resolve();
    markOf(name).waiting.push(resolve);
    setTimeout(resolve, atMostMs);
  });
}
