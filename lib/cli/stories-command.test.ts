import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIndex } from './index-command';
import { UsageError } from './io';

const ARTICLES = [
  {
    id: 'x',
    lang: 'en',
    publishedAt: '2025-06-23',
    title: 'Putin met Araghchi in Moscow',
    text: 'A letter was given.',
  },
  { id: 'y', lang: 'ru', publishedAt: '2025-06-23', title: 'Путин встретился в Москве с Аракчи', text: 'Письмо.' },
  {
    id: 'z',
    lang: 'en',
    publishedAt: '2025-06-23',
    title: 'Flood in Valencia',
    text: 'Rescue teams reached Paiporta.',
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-test-'));
  await writeFile(join(folder, 'in.jsonl'), ARTICLES.map((article) => JSON.stringify(article)).join('\n'));
  await runIndex(['build', '--out', join(folder, 'index'), join(folder, 'in.jsonl')]);
});
afterAll(() => rm(folder, { recursive: true }));

describe('index stories', () => {
  it('writes the story of every article', async () => {
    const out = join(folder, 'clusters.jsonl');
    expect(await runIndex(['stories', '--index', join(folder, 'index'), '--out', out])).toBe(0);
    const lines = (await readFile(out, 'utf8')).trim().split('\n');
    const storyOf = new Map(
      lines.map((line): [string, string] => {
        const { id, story }: { id: string; story: string } = JSON.parse(line);
        return [id, story];
      }),
    );
    expect([...storyOf.keys()].sort()).toEqual(['x', 'y', 'z']);
    expect(storyOf.get('x')).toBe(storyOf.get('y'));
    expect(storyOf.get('z')).not.toBe(storyOf.get('x'));
  });

  it('asks for both places, and leaves nothing behind where there is no index', async () => {
    await expect(runIndex(['stories', '--out', 'x'])).rejects.toThrow(UsageError);
    await expect(runIndex(['stories', '--index', folder])).rejects.toThrow(UsageError);
    const out = join(folder, 'none.jsonl');
    await expect(runIndex(['stories', '--index', join(folder, 'nowhere'), '--out', out])).rejects.toThrow(
      'no such file',
    );
    expect(await readdir(folder)).not.toContain('none.jsonl');
  });
});
