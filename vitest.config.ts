import { defineConfig } from 'vitest/config';
import './node20.config.ts';

export default defineConfig({
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}'],
    setupFiles: ['./lib/no-network.testing.ts', './lib/property-runs.testing.ts'],
    testTimeout: Number(process.env.SIDELIGHT_RUNS) > 0 ? 1_800_000 : 20_000,
  },
});
