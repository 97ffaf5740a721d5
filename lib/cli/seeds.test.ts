import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { benchFolder } from './bench';
import { extractFile } from './extract';
import { runIndex } from './index-command';
import { collect, readJsonLines } from './io';
import { runMatch } from './match-command';

const Expected = v.object({
  articles: v.array(v.object({ page: v.string() })),
  relations: v.array(v.object({ from: v.string(), to: v.string(), relation: v.string() })),
});
const Result = v.object({
  id: v.string(),
  matches: v.array(v.object({ id: v.string(), relation: v.string() })),
});

const bench = benchFolder();
const seeds = bench === null ? null : join(bench, 'seeds');
const expected = seeds === null ? null : await readFile(join(seeds, 'expected.json'), 'utf8').catch(() => null);
if (expected === null) console.log('match: no seed articles, their relations are not checked');

describe('the seed articles, extracted, indexed and matched on the command line', async () => {
  if (seeds === null || expected === null) {
    it.skip('need the data', () => {});
    return;
  }
  const { articles, relations } = v.parse(Expected, JSON.parse(expected));
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-seeds-'));
  afterAll(() => rm(folder, { recursive: true }));

  const lines = await Promise.all(
    articles.map(async ({ page }) => {
      const article = await extractFile(join(seeds, page), undefined);
      return JSON.stringify({ ...article, id: page.replace(/\D/g, '') });
    }),
  );
  const input = join(folder, 'articles.jsonl');
  await writeFile(input, lines.join('\n'));
  await runIndex(['build', '--out', join(folder, 'index'), input]);
  const out = join(folder, 'results.jsonl');
  await runMatch(['--index', join(folder, 'index'), '--in', input, '--out', out, '--same-language']);
  const results = (await collect(readJsonLines(out))).map(({ value }) => v.parse(Result, value));
  const found = (from: string, to: string): string | undefined =>
    results.find(({ id }) => id === from)?.matches.find(({ id }) => id === to)?.relation;

  it.each(relations)('$from to $to is $relation', ({ from, to, relation }) => {
    if (relation === 'not same-event') expect(found(from, to)).not.toBe('same-event');
    else expect(found(from, to)).toBe(relation);
  });
});
