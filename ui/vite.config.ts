import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Every web view that the app runs in reads WOFF2; the same fonts as WOFF would only be carried along. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/@fontsource/') || !id.endsWith('.css')) return null;
    return code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '');
  },
};

export default defineConfig({
  plugins: [woff2Only, react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The Tauri CLI prints Rust errors above; clearing the screen would hide them.
  clearScreen: false,
  server: { port: 5173, strictPort: true, host: '127.0.0.1' },
  build: {
    // WebKitGTK of Debian 12 and WebView2 are both newer than this.
    target: 'es2022',
    // These know light-dark(); rewritten for older ones, colours would be lost.
    cssTarget: ['chrome123', 'safari17.5'],
    // The content policy allows no font from a data URL.
    assetsInlineLimit: 0,
    // The page is read from the disk, all of it at the start.
    chunkSizeWarningLimit: 2500,
  },
});
