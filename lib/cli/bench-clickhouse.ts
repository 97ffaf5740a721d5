/**
 * `npm run bench:clickhouse`: the fingerprint table in a distributed store. Loads the synthetic articles into ClickHouse, asks it in
 * SQL what our search is asked, and compares answers and times. `--articles`, `--queries` and `--seed` take numbers. Says so
 * in a line where there is no ClickHouse.
 */
import { type Found, OwnIndex, type TableRow } from './clickhouse/own-index';
import { ClickHouse, hasClickHouse } from './clickhouse/server';
import { DERIVE, SCHEMA, search } from './clickhouse/statements';
import { CommandError, parseOptions } from './io';
import { generateQueries } from './speed/queries';

const PER_LANGUAGE = 12;
/** Articles that are sent at once, sorted by day on the way in. */
const BATCH = 20_000;
/** ClickHouse adds 32-bit strengths in an order of its own. */
const TOLERANCE = 1e-4;

async function main(): Promise<void> {
  const { values } = parseOptions({
    options: {
      articles: { type: 'string', default: '100000' },
      queries: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (!hasClickHouse()) {
    console.log('ClickHouse is not installed: nothing to compare with (Debian has it as clickhouse-server).');
    return;
  }
  const corpus = { articles: Number(values.articles), seed: Number(values.seed) };
  const own = await OwnIndex.build(corpus);
  const store = await ClickHouse.start();
  try {
    console.log(`ClickHouse ${(await store.query('SELECT version()')).join()}, ${corpus.articles} articles`);
    const loading = performance.now();
    await load(store, own.rows());
    console.log(`loaded in ${((performance.now() - loading) / 1000).toFixed(1)} s, ${await sizeOf(store)}`);
    const times: Record<'own' | 'store', number[]> = { own: [], store: [] };
    let languages = 0;
    for (const { source, terms } of generateQueries(corpus, Number(values.queries))) {
      const started = performance.now();
      const ours = own.search(terms, PER_LANGUAGE);
      times.own.push(performance.now() - started);
      const asked = performance.now();
      const rows = await store.query(search(own.weighted(terms), PER_LANGUAGE));
      times.store.push(performance.now() - asked);
      for (const [language, found] of ours) {
        compare(`article ${source}, ${language}`, found, inLanguage(rows, language));
        languages++;
      }
    }
    console.log(`the nearest ${PER_LANGUAGE} agree in ${languages} lists, ${times.own.length} queries`);
    for (const name of ['own', 'store'] as const) console.log(`${name}: ${spread(times[name])}`);
  } finally {
    await store.stop();
  }
}

async function load(store: ClickHouse, rows: Iterable<TableRow>): Promise<void> {
  for (const statement of SCHEMA) await store.query(statement);
  let batch: TableRow[] = [];
  const send = async (): Promise<void> => {
    const postings = batch.flatMap(({ day, document, terms }) =>
      terms.map(({ key, strength }) => `${day}\t${key}\t${document}\t${strength}\n`),
    );
    await store.query('INSERT INTO postings FORMAT TabSeparated', postings.join(''));
    const articles = batch.map((row) => `${row.day}\t${row.document}\t${row.language}\t${row.hubness}\n`);
    await store.query('INSERT INTO articles FORMAT TabSeparated', articles.join(''));
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) await send();
  }
  if (batch.length > 0) await send();
  for (const statement of DERIVE) await store.query(statement);
}

async function sizeOf(store: ClickHouse): Promise<string> {
  const [[rows = '', bytes = ''] = []] = await store.query(
    `SELECT sum(rows), sum(bytes_on_disk) FROM system.parts WHERE active AND table = 'postings'`,
  );
  return `${rows} rows in ${(Number(bytes) / 1e6).toFixed(0)} MB`;
}

function inLanguage(rows: readonly (readonly string[])[], language: string): Found[] {
  return rows
    .filter(([lang]) => lang === language)
    .map(([, document, closeness]) => ({ document: Number(document), closeness: Number(closeness) }));
}

/** Both lists name the same articles at the same closeness; those equally near may stand in any order, and fall out at the end. */
function compare(what: string, ours: readonly Found[], theirs: readonly Found[]): void {
  const known = new Map(theirs.map(({ document, closeness }) => [document, closeness]));
  const last = ours.at(-1)?.closeness ?? 0;
  for (const { document, closeness } of ours) {
    const there = known.get(document);
    if (there === undefined && closeness - last < TOLERANCE) continue;
    if (there === undefined || Math.abs(there - closeness) > TOLERANCE) {
      throw new CommandError(
        `${what}: document ${document} is ${closeness} near here and ${there ?? 'not found'} there`,
      );
    }
  }
}

function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

await main();
