/**
 * One engine at one size, in a process of its own: `run-engine.ts build|search ENGINE ARTICLES SEED FOLDER`. What was
 * measured is printed as JSON.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type CorpusOptions, generateArticles, type SyntheticArticle } from './corpus';
import { loadEngine } from './engines/engines';
import type { BuildFigures, SearchFigures } from './figures';
import { QUERIES_FILE, readQueries } from './queries';

const CHUNK = 1000;
const TOP = 10;
/** Asked before the clock runs: the first questions compile the code that answers. */
const WARM_UP = 50;
/** A slow engine is asked fewer questions. */
const SEARCH_MS = 60_000;

async function build(name: string, corpus: CorpusOptions, folder: string): Promise<BuildFigures> {
  const engine = await loadEngine(name);
  const builder = await engine.createBuilder(folder);
  let ms = 0;
  const timed = async (work: () => Promise<void>): Promise<void> => {
    const start = performance.now();
    await work();
    ms += performance.now() - start;
  };
  let chunk: SyntheticArticle[] = [];
  for (const article of generateArticles(corpus)) {
    chunk.push(article);
    if (chunk.length < CHUNK && article.number < corpus.articles - 1) continue;
    const articles = chunk;
    chunk = [];
    await timed(() => builder.add(articles));
  }
  await timed(() => builder.save());
  return { buildMs: ms, bytes: await bytesIn(folder), peakBytes: process.resourceUsage().maxRSS * 1024 };
}

async function search(name: string, folder: string): Promise<SearchFigures> {
  const engine = await loadEngine(name);
  const before = await memory();
  const start = performance.now();
  const searcher = await engine.open(folder);
  const loadMs = performance.now() - start;
  const after = await memory();
  const queries = await readQueries(join(folder, '..', QUERIES_FILE));
  for (const { terms } of queries.slice(0, WARM_UP)) await searcher.search(terms, TOP);
  const times: number[] = [];
  let found = 0;
  const deadline = performance.now() + SEARCH_MS;
  for (const { source, terms } of queries) {
    const asked = performance.now();
    if (asked > deadline) break;
    const numbers = await searcher.search(terms, TOP);
    times.push(performance.now() - asked);
    if (numbers.map(searcher.articleOf).includes(source)) found++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return {
    loadMs,
    heapBytes: after.heap - before.heap,
    residentBytes: after.resident - before.resident,
    queries: times.length,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    sourceInTop10: found / times.length,
  };
}

/** What is held when nothing is left to collect: objects and the buffers beside them. */
async function memory(): Promise<{ heap: number; resident: number }> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files.filter((file) => file.isFile()).map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const [step, name = '', articles, seed, folder = ''] = process.argv.slice(2);
const figures =
  step === 'build'
    ? await build(name, { articles: Number(articles), seed: Number(seed) }, folder)
    : await search(name, folder);
process.stdout.write(JSON.stringify(figures));
