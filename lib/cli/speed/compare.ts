/** Every engine at every size, one after the other, each in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { BuildFigures, OwnFigures, type Row, SearchFigures, type Unfinished } from './figures';
import { generateQueries, QUERIES_FILE, writeQueries } from './queries';

export interface Comparison {
  readonly engines: readonly string[];
  readonly sizes: readonly number[];
  readonly queries: number;
  readonly seed: number;
  /** What building or searching may take at most. */
  readonly limitMs: number;
}

const RUN_ENGINE = fileURLToPath(new URL('run-engine.ts', import.meta.url));
const RUN_OWN = fileURLToPath(new URL('run-own.ts', import.meta.url));
/** Room for the peers: V8 would stop at four gigabytes by itself. */
const HEAP_MB = 8192;
const run = promisify(execFile);

/** Measures; `onRow` hears of each engine as soon as it is done. */
export async function compareEngines(comparison: Comparison, onRow: (row: Row) => void): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const articles of comparison.sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'sidelight-speed-'));
    try {
      const corpus = { seed: comparison.seed, articles };
      await writeQueries(join(folder, QUERIES_FILE), generateQueries(corpus, Math.min(articles, comparison.queries)));
      for (const engine of comparison.engines) {
        const row = await measure(engine, articles, comparison, join(folder, engine));
        rows.push(row);
        onRow(row);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return rows;
}

async function measure(engine: string, articles: number, comparison: Comparison, folder: string): Promise<Row> {
  await mkdir(folder);
  const args = [engine, String(articles), String(comparison.seed), folder];
  const build = await runChild(BuildFigures, RUN_ENGINE, ['build', ...args], comparison.limitMs);
  const search =
    'unfinished' in build ? null : await runChild(SearchFigures, RUN_ENGINE, ['search', ...args], comparison.limitMs);
  const own =
    engine === 'sidelight' && search !== null
      ? await runChild(OwnFigures, RUN_OWN, [folder], comparison.limitMs)
      : null;
  await rm(folder, { recursive: true });
  return { engine, articles, build, search, own };
}

async function runChild<T>(
  schema: v.GenericSchema<unknown, T>,
  script: string,
  args: readonly string[],
  limitMs: number,
): Promise<T | Unfinished> {
  try {
    const node = ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_MB}`, script, ...args];
    const { stdout } = await run(process.execPath, node, { timeout: limitMs, killSignal: 'SIGKILL' });
    return v.parse(schema, JSON.parse(stdout));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const killed = 'killed' in error && error.killed === true;
    if (killed) return { unfinished: `not in ${limitMs / 1000} s` };
    const said = 'stderr' in error ? String(error.stderr) : error.message;
    return { unfinished: /out of memory/.test(said) ? 'out of memory' : lastLine(said) };
  }
}

function lastLine(text: string): string {
  return text.split('\n').find((line) => /Error/.test(line)) ?? 'ended without figures';
}
