/** Holds the sizes that a page and a download may have; prints them, and ends with 1 where one is too large. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { BUILDS, OUTPUT } from './harness';

interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

/** What is injected into the page that is read. */
const SCRIPT_LIMIT = 45_000;
/** What looks at every page of a site that is always on. */
const PROBE_LIMIT = 10_000;
/** The lexicon and the stories, packed as a zip packs them. */
const KNOWLEDGE_LIMIT = 2_000_000;
/** What a reader downloads. */
const PACKAGE_LIMIT = 3_000_000;

const scripts = Object.entries(BUILDS).flatMap(([browser, build]): Size[] => {
  const packed = (name: string): number => gzipSync(readFileSync(`${build}/${name}`), { level: 9 }).length;
  return [
    { what: `page script, ${browser}, gzip`, bytes: packed('page.js'), limit: SCRIPT_LIMIT },
    { what: `probe, ${browser}, gzip`, bytes: packed('probe.js'), limit: PROBE_LIMIT },
  ];
});

const files = ['lexicon.bin', 'stories.bin'].map((name) => readFileSync(`${BUILDS.chromium}/${name}`));
const knowledge: Size = {
  what: 'lexicon and stories, gzip',
  bytes: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  limit: KNOWLEDGE_LIMIT,
};

const zips = existsSync(OUTPUT) ? readdirSync(OUTPUT).filter((name) => /-(chrome|firefox)\.zip$/.test(name)) : [];
const packages = zips.map((name): Size => {
  return { what: name, bytes: statSync(`${OUTPUT}/${name}`).size, limit: PACKAGE_LIMIT };
});
if (packages.length < 2) {
  console.error('The packages are not there: run npm run zip first');
  process.exitCode = 1;
}

for (const { what, bytes, limit } of [...scripts, knowledge, ...packages]) {
  const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
  const tooLarge = bytes > limit;
  console.log(`${tooLarge ? 'TOO LARGE  ' : ''}${what}: ${kilobytes(bytes)} of ${kilobytes(limit)}`);
  if (tooLarge) process.exitCode = 1;
}
