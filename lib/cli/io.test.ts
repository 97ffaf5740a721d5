import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandError, oneLine, parseOptions, readJsonLines, UsageError, writeAtomically } from './io';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-io-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function collect(path: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of readJsonLines(path)) rows.push(row);
  return rows;
}

describe('writeAtomically', () => {
  it('writes text and bytes from any iterable', async () => {
    const path = join(folder, 'a');
    await writeAtomically(path, ['a', new Uint8Array([98])]);
    expect(await readFile(path, 'utf8')).toBe('ab');
  });

  it('leaves the old file and no other where the source fails', async () => {
    const path = join(folder, 'a');
    await writeFile(path, 'old');
    const failing = (function* () {
      yield 'new';
      throw new Error('broken source');
    })();
    await expect(writeAtomically(path, failing)).rejects.toThrow('broken source');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('writes through a link, and leaves the link', async () => {
    const [target, link] = [join(folder, 'target'), join(folder, 'link')];
    await writeFile(target, 'old');
    await symlink(target, link);
    await writeAtomically(link, ['new']);
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it('says in words that a folder is missing', async () => {
    await expect(writeAtomically(join(folder, 'no', 'a'), ['x'])).rejects.toThrow(/no such file or folder/);
  });
});

describe('readJsonLines', () => {
  it('gives values with their line numbers, without empty lines or a byte-order mark', async () => {
    const path = join(folder, 'a.jsonl');
    await writeFile(path, '\uFEFF{"a":1}\r\n\n[2]');
    expect(await collect(path)).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 3, value: [2] },
    ]);
  });

  it('names the file and the line that is broken, and a file that is missing', async () => {
    const path = join(folder, 'a.jsonl');
    await writeFile(path, '{}\n{');
    await expect(collect(path)).rejects.toThrow(new CommandError(`${path}:2: not valid JSON`));
    await expect(collect(join(folder, 'b.jsonl'))).rejects.toThrow(/no such file/);
  });
});

describe('parseOptions', () => {
  it('turns complaints into one line of wrong usage', () => {
    expect(() => parseOptions({ args: ['--x'], options: {} })).toThrow(UsageError);
    expect(oneLine(new Error('one\ntwo'))).toBe('one');
  });
});
