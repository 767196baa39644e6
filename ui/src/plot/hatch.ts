/** A hatching, so that colour is not the only sign of what a surface means. */

const TILE_PX = 6;

/** Lines across a ground; `null` where the canvas can't make patterns. */
export function hatch(context: CanvasRenderingContext2D, line: string, ground: string) {
  const scale = Math.max(1, Math.round(devicePixelRatio));
  const tile = document.createElement('canvas');
  const size = TILE_PX * scale;
  tile.width = size;
  tile.height = size;
  const drawn = tile.getContext('2d');
  if (!drawn) return null;
  drawn.fillStyle = ground;
  drawn.fillRect(0, 0, size, size);
  drawn.strokeStyle = line;
  drawn.lineWidth = 2 * scale;
  drawn.beginPath();
  // Three lines, so that the corners of one tile go on in the next.
  for (const from of [-size, 0, size]) {
    drawn.moveTo(from, size);
    drawn.lineTo(from + size, 0);
  }
  drawn.stroke();
  return context.createPattern(tile, 'repeat');
}
