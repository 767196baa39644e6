/** Whether maps can be drawn at all: MapLibre needs WebGL 2. */

export function hasWebGl(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2');
    // Browsers allow few contexts at a time; this one is not waited for to be collected.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
