import { defineConfig } from 'vitest/config';
import './node20.config.ts';

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/harness/global-setup.ts'],
    // Two slow cores hold one browser at a time; files share nothing but the builds.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
