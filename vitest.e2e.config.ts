import { defineConfig } from 'vitest/config';
import './node20.config.ts';

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/harness/global-setup.ts'],
    // Files share nothing but the builds. A browser waits most of its time, and two slow cores hold no more than two.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
