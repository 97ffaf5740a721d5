import { defineConfig } from 'vitest/config';
import './node20.config.ts';

export default defineConfig({
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}'],
    setupFiles: ['./lib/no-network.testing.ts', './lib/property-runs.testing.ts'],
    // As many as the machine has cores: left to itself Vitest takes one less, which is half of two. Processes, not threads:
    // some tests ask how much processor time their process has used.
    maxWorkers: '100%',
    testTimeout: Number(process.env.SIDELIGHT_RUNS) > 0 ? 1_800_000 : 120_000,
  },
});
