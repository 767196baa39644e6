/** The test of the real window; run by `cargo xtask test window`, which brings display and keyring. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['e2e/window/*.window.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // There is one display, and one driver at a time.
    fileParallelism: false,
  },
});
