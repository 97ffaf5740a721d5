import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runNames } from './names-command';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-names-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function names(rows: string): Promise<unknown[]> {
  await writeFile(join(folder, 'pairs.tsv'), rows);
  await runNames(['--in', join(folder, 'pairs.tsv'), '--out', join(folder, 'out.jsonl')]);
  return (await readFile(join(folder, 'out.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('names', () => {
  it('answers each line by its number, empty ones left out', async () => {
    expect(await names('Putin\thi\tपुतिन\t1\n\nPutin\tru\tШольц\t0\nZelensky\tzh\t泽连斯基\n')).toEqual([
      { line: 1, same: true },
      { line: 3, same: false },
      { line: 4, same: true },
    ]);
  });

  it('names the line that has too few columns', async () => {
    await expect(names('Putin\thi\n')).rejects.toThrow('pairs.tsv:1: not three columns');
  });

  it('is quick with a form of absurd length', async () => {
    const started = performance.now();
    await names(`${'cb'.repeat(200_000)}\tru\t${'цб'.repeat(200_000)}\n`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
