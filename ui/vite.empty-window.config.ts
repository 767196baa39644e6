/** Builds the pages of the empty window (bench/), which the app's window is compared with. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const page = here('../bench/empty-window/page');

export default defineConfig({
  root: page,
  clearScreen: false,
  resolve: {
    alias: { '@': here('./src'), 'maplibre-gl': here('./node_modules/maplibre-gl') },
  },
  build: {
    target: 'es2022',
    outDir: here('../bench/empty-window/dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
    rolldownOptions: { input: [`${page}/index.html`, `${page}/map.html`] },
  },
});
