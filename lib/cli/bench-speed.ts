/**
 * `npm run bench:speed`: the index beside search libraries, on the same synthetic articles and the same machine. `--sizes`
 * and `--engines` take lists with commas, `--queries` a number, `--limit` the seconds that an engine has for building
 * and for answering, `--json FILE` keeps the figures. `--build 10000,200000` measures instead how quickly `index build` takes
 * articles of 2,000 characters in, and the memory that it needs.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseOptions, UsageError } from './io';
import { measureBuild, renderBuild } from './speed/build-rate';
import { compareEngines } from './speed/compare';
import { ENGINE_NAMES } from './speed/engines/engines';
import { renderOwn, renderTable } from './speed/figures';

const DEFAULTS = { sizes: '1000,10000,100000', queries: '1000', seed: '1', limit: '600' };

async function main(): Promise<void> {
  const { values } = parseOptions({
    options: {
      sizes: { type: 'string', default: DEFAULTS.sizes },
      engines: { type: 'string', default: ENGINE_NAMES.join(',') },
      queries: { type: 'string', default: DEFAULTS.queries },
      seed: { type: 'string', default: DEFAULTS.seed },
      limit: { type: 'string', default: DEFAULTS.limit },
      json: { type: 'string' },
      build: { type: 'string' },
    },
  });
  if (values.build !== undefined) return measureBuilds(values.build.split(',').map(positive), Number(values.seed));
  const engines = values.engines.split(',');
  const unknown = engines.find((name) => !ENGINE_NAMES.includes(name));
  if (unknown !== undefined) throw new UsageError(`no engine "${unknown}"; there are ${ENGINE_NAMES.join(', ')}`);
  const comparison = {
    engines,
    sizes: values.sizes.split(',').map(positive),
    queries: positive(values.queries),
    seed: Number(values.seed),
    limitMs: positive(values.limit) * 1000,
  };
  const rows = await compareEngines(comparison, (row) =>
    process.stderr.write(`${renderTable([row]).split('\n')[2]}\n`),
  );
  console.log(renderTable(rows));
  for (const { own } of rows) {
    if (own === null) continue;
    for (const line of 'unfinished' in own ? [`our own figures: ${own.unfinished}`] : renderOwn(own)) console.log(line);
  }
  if (values.json !== undefined) {
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? null, cores: cpus().length };
    await writeFile(values.json, `${JSON.stringify({ machine, ...comparison, rows }, null, 2)}\n`);
  }
}

async function measureBuilds(sizes: readonly number[], seed: number): Promise<void> {
  for (const articles of sizes) console.log(renderBuild(await measureBuild({ articles, seed })));
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`"${text}" is not a whole number above 0`);
  return number;
}

await main();
