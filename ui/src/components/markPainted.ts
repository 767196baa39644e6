/**
 * Leaves a mark on the page's time line once what was just rendered is on the screen, the first time
 * only: from the start to there is what people wait for, and what `cargo xtask bench start` measures.
 */
const marked = new Set<string>();

export function markPainted(name: string): void {
  if (marked.has(name)) return;
  marked.add(name);
  requestAnimationFrame(() => {
    // The next task comes after the frame that the callback belongs to.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.mark(name);
    port2.postMessage(null);
  });
}
