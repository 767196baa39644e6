/** Numbers of a stacked plot. Pure. */

/**
 * Layers, lowest first, as what each reaches up to. Drawn from the highest down, each covers what is
 * below it, so that a stack needs no more than bars.
 */
export function stacked(layers: readonly (readonly number[])[]): number[][] {
  const reached: number[] = [];
  return layers.map((layer) =>
    layer.map((value, at) => {
      const top = (reached[at] ?? 0) + value;
      reached[at] = top;
      return top;
    }),
  );
}

/** Steps that people count in. */
const STEPS = [1, 2, 5];

/** The end of a scale that begins at zero: the next round number, and never so low that it has no marks. */
export function roundTop(highest: number, least = 5): number {
  const wanted = Math.max(highest, least);
  const magnitude = 10 ** Math.floor(Math.log10(wanted));
  const step = STEPS.find((candidate) => candidate * magnitude >= wanted) ?? 10;
  return step * magnitude;
}
