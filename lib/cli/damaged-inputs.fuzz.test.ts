import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FUZZ_SAMPLE } from '../fuzz.testing';
import { damaged } from '../inputs/damages.testing';
import { openInput } from '../inputs/read-input';
import { INPUTS, inChunks, plainPages, rss, warcRecords } from '../inputs/samples.testing';
import { FORMATS, InputFault } from '../inputs/types';
import { runsOf } from '../property-runs.testing';
import { runIndex } from './index-command';
import { unpackFile } from './unpack';

const numRuns = runsOf(FUZZ_SAMPLE);

/** What a file is packed in; a web archive has a member of gzip a record. */
const PACKINGS = {
  plain: (bytes: Uint8Array) => bytes,
  gzip: (bytes: Uint8Array) => gzipSync(bytes),
  zip: (bytes: Uint8Array) => zipSync({ 'a.txt': bytes, 'b.txt': [bytes, { level: 0 }] }),
  'gzip in zip': (bytes: Uint8Array) => zipSync({ 'a.gz': gzipSync(bytes) }),
  members: () => Buffer.concat(warcRecords().map((record) => gzipSync(record))),
} as const;
type Packing = keyof typeof PACKINGS;
const PACKING_NAMES: readonly Packing[] = ['plain', 'gzip', 'zip', 'gzip in zip', 'members'];

/** Packed once: that takes longer than reading what was damaged. */
const FILES = new Map(
  PACKING_NAMES.map((packing) => [packing, FORMATS.map((format) => PACKINGS[packing](INPUTS[format]()))]),
);
const damagedFile = (packing: Packing) => fc.constantFrom(...(FILES.get(packing) ?? [])).chain(damaged);

describe('damaged files', () => {
  // Those that are not packed are damaged in lib/inputs.
  it.each(PACKING_NAMES.filter((packing) => packing !== 'plain'))(
    'packed as "%s" give articles or faults with names',
    async (packing) => {
      await fc.assert(
        fc.asyncProperty(damagedFile(packing), fc.integer({ min: 1, max: 2000 }), async (bytes, size) => {
          await readAll(bytes, size).catch((error: unknown) => {
            if (!(error instanceof InputFault) || error.what === '') throw error;
          });
        }),
        { numRuns },
      );
    },
  );

  describe('in a folder', () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sidelight-inputs-'));
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      await rm(folder, { recursive: true });
    });

    it('never end a build, and the sound file among five hundred is read', async () => {
      const inputs = join(folder, 'inputs');
      await mkdir(inputs);
      const files = fc.sample(fc.constantFrom(...PACKING_NAMES).chain(damagedFile), 500);
      await Promise.all(files.map((bytes, i) => writeFile(join(inputs, `damaged-${i}`), bytes)));
      await writeFile(join(inputs, 'sound.xml'), rss([SOUND]));
      const errors = join(folder, 'errors.txt');
      expect(await runIndex(['build', '--out', join(folder, 'index'), '--errors', errors, inputs])).toBe(0);
      const lines = (await readFile(errors, 'utf8')).trim().split('\n');
      for (const line of lines) expect(line).toMatch(/.: ./);
      const named = new Set(lines.flatMap((line) => line.match(/\bdamaged-\d+/) ?? []));
      expect(named.size).toBeGreaterThan(250);
      const out = join(folder, 'clusters.jsonl');
      await runIndex(['stories', '--index', join(folder, 'index'), '--out', out]);
      expect(await readFile(out, 'utf8')).toContain(SOUND.url);
    }, 120_000);
  });
});

const SOUND = {
  url: 'https://weekly.example/lighthouse',
  title: 'The lighthouse keeper of Nordholm retires after forty years',
  text: 'Elsa Brandt handed over the keys on Sunday.',
  lang: 'en',
  date: '2025-06-22T09:00Z',
};

async function readAll(bytes: Uint8Array, size: number): Promise<void> {
  for await (const { name, chunks } of unpackFile({ name: 'file', chunks: inChunks(bytes, size) })) {
    const { items } = await openInput(chunks, name, plainPages);
    for await (const item of items) {
      if (item.kind === 'problem') expect(item.problem.what).not.toBe('');
    }
  }
}
