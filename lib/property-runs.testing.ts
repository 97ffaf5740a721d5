/**
 * How many cases a property test tries: a sample with a fixed seed, so that a run can be repeated; with
 * `SIDELIGHT_RUNS` (`npm run test:long`) so many, with a seed of their own that a failure names.
 */
import fc from 'fast-check';

const runs = Number(process.env.SIDELIGHT_RUNS);
fc.configureGlobal(runs > 0 ? { numRuns: runs } : { seed: 20_250_623 });

/** The number of cases for a test that wants another sample than the usual hundred. */
export function runsOf(sample: number): number {
  return runs > 0 ? runs : sample;
}
