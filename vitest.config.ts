import { defineConfig } from 'vitest/config';
import './node20.config.ts';

export default defineConfig({
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}'],
    setupFiles: ['./lib/no-network.testing.ts'],
    testTimeout: 20_000,
  },
});
