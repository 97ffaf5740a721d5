/** `index build` in a process of its own: `run-build.ts FILE FOLDER`. How long it took and held is printed as JSON. */
import { buildIndex } from '../index-build';

const [file = '', out = ''] = process.argv.slice(2);
const start = performance.now();
await buildIndex({ out, inputs: [file], fetch: null, errors: null });
const buildMs = performance.now() - start;
process.stdout.write(JSON.stringify({ buildMs, peakBytes: process.resourceUsage().maxRSS * 1024 }));
