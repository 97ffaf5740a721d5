/** How quickly `index build` turns articles of 2,000 characters into an index, and how much memory it takes. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { generateLines } from './article-lines';
import type { CorpusOptions } from './corpus';

const Measured = v.object({ buildMs: v.number(), peakBytes: v.number() });
const RUN_BUILD = fileURLToPath(new URL('run-build.ts', import.meta.url));
const run = promisify(execFile);

export interface BuildRate extends v.InferOutput<typeof Measured> {
  readonly articles: number;
}

export async function measureBuild(corpus: CorpusOptions): Promise<BuildRate> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-build-rate-'));
  try {
    const file = join(folder, 'articles.jsonl');
    await pipeline(Readable.from(generateLines(corpus)), createWriteStream(file));
    const { stdout } = await run(process.execPath, ['--import', 'tsx', RUN_BUILD, file, join(folder, 'index')]);
    return { articles: corpus.articles, ...v.parse(Measured, JSON.parse(stdout)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** `10,000 articles: 612 a second, 180 MB at most`. */
export function renderBuild({ articles, buildMs, peakBytes }: BuildRate): string {
  const rate = (articles / (buildMs / 1000)).toFixed(0);
  return `${articles.toLocaleString('en')} articles: ${rate} a second, ${(peakBytes / 1e6).toFixed(0)} MB at most`;
}
