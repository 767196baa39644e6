/** What is measured in a browser; run by `cargo xtask bench admin`. */
import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

export default defineConfig({
  ...tests,
  testDir: 'e2e/bench',
  testMatch: '*.browser.ts',
  timeout: 240_000,
  use: { ...tests.use, trace: 'off' },
});
