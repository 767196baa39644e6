/** A map of nothing: the least that a window with a map can need. */
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

setWorkerUrl(workerUrl);
const container = document.getElementById('map') as HTMLElement;
const map = new MapLibre({ container, style: { version: 8, sources: {}, layers: [] } });
map.on('idle', () => {
  container.dataset.loaded = 'true';
});
