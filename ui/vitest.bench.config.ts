/** How long the windows take to start, and what they hold; run by `cargo xtask bench start`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: { include: ['e2e/bench/*.bench.ts'], testTimeout: 600_000, hookTimeout: 60_000 },
});
