import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { runIndex } from './index-command';
import { runMatch } from './match-command';
import { openFolder } from './open-index';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PEOPLE = ['Araghchi', 'Lavrov', 'Putin', 'Merz', 'Modi', 'Carlsen', 'Gukesh', 'Baerbock', 'Sharif', 'Erdogan'];

let folder = '';
let printed = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-writer-'));
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** Articles of some days as JSON lines. */
function lines(from: number, to: number, day = (i: number) => `2025-06-${10 + (i % 5)}`): string[] {
  return Array.from({ length: to - from }, (_, n) => {
    const i = from + n;
    const [one, other] = [PEOPLE[i % PEOPLE.length], PEOPLE[(i * 7 + 3) % PEOPLE.length]];
    return JSON.stringify({
      id: `a${i}`,
      lang: i % 2 === 0 ? 'en' : 'de',
      url: `https://a.example/${i}`,
      title: `${one} meets ${other}`,
      text: `${one} and ${other} spoke about ${i} boats on Monday.`,
      publishedAt: day(i),
    });
  });
}

async function write(name: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, rows.join('\n'));
  return path;
}

const out = (name = 'index') => join(folder, name);
const build = (index: string, ...inputs: string[]) => runIndex(['build', '--out', index, ...inputs]);
const shardsIn = async (index: string) => (await readdir(join(index, 'shards'))).sort();
const idsIn = async (index: string) => {
  const open = await openFolder(index);
  return Array.from({ length: open.size }, (_, number) => open.document(number).id).sort();
};

describe('index build into a folder with an index', () => {
  it('adds what is new, and touches the files of no other day', async () => {
    await build(out(), await write('a.jsonl', lines(0, 20)));
    const before = await shardsIn(out());
    await build(
      out(),
      await write(
        'b.jsonl',
        lines(20, 24, () => '2025-07-01'),
      ),
    );
    const after = await shardsIn(out());
    expect(after.filter((file) => !before.includes(file))).toEqual([expect.stringMatching(/^2025-07-01-/)]);
    expect(before.every((file) => after.includes(file))).toBe(true);
    expect((await idsIn(out())).length).toBe(24);
    expect(printed).toContain('24 articles');
    expect(printed).toContain('4 of them new');
  });

  it('changes nothing where it has all of it', async () => {
    const input = await write('a.jsonl', lines(0, 20));
    await build(out(), input);
    const manifest = await readFile(join(out(), 'manifest.json'), 'utf8');
    expect(await build(out(), input)).toBe(0);
    expect(await readFile(join(out(), 'manifest.json'), 'utf8')).toBe(manifest);
    expect(printed).toContain('nothing new: 20 articles');
  });

  it('gives the same files however the articles come: in any order, in one build or several', async () => {
    const rows = lines(0, 40);
    await build(out('whole'), await write('whole.jsonl', rows));
    const files = async (index: string) => [
      await shardsIn(index),
      (await readdir(index)).filter((f) => f.endsWith('.bin')),
    ];
    const expected = await files(out('whole'));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.integer({ min: 1, max: rows.length - 1 }),
        async (shuffled, cut) => {
          const index = out(`parts${run++}`);
          await build(index, await write('one.jsonl', shuffled.slice(0, cut)));
          await build(index, await write('two.jsonl', shuffled.slice(cut)));
          expect(await files(index)).toEqual(expected);
        },
      ),
      { numRuns: 3 },
    );
  }, 60_000);

  it('names an outlet that copies a text which the index has', async () => {
    const text = 'The ministers signed the paper on Monday and boats may go out from July, said the board. '.repeat(8);
    const feed = (site: string) =>
      write(`${site}.json`, [
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: site,
          language: 'en',
          items: [
            {
              url: `https://${site}.example/1`,
              title: `${site} tells`,
              content_text: text,
              date_published: '2025-06-24',
            },
          ],
        }),
      ]);
    await build(out(), await feed('a'));
    await build(out(), await feed('b'));
    const index = await openFolder(out());
    expect(index.size).toBe(1);
    expect(index.document(0)).toMatchObject({ site: 'a', coverage: [{ outlet: 'b', headline: 'b tells' }] });
  });

  it('makes parts of a day that is larger than a shard', async () => {
    const rows = lines(0, 4200, () => '2025-06-10');
    await build(out(), await write('a.jsonl', rows));
    expect((await shardsIn(out())).length).toBe(2);
    expect((await idsIn(out())).length).toBe(4200);
  }, 120_000);
});

describe('a build that is killed', () => {
  it('leaves the old index or the new one, whole, and nothing behind after the next', async () => {
    await build(out(), await write('a.jsonl', lines(0, 60)));
    const old = await idsIn(out());
    const more = await write('b.jsonl', lines(60, 400));
    const kills = Math.min(20, runsOf(6));
    // One run to its end says how long a build takes.
    const index = out();
    const whole = [...old, ...Array.from({ length: 340 }, (_, i) => `a${60 + i}`)].sort();
    let [kept, changed] = [0, 0];
    const started = Date.now();
    await buildInProcess(out('trial'), more, null);
    const usual = Date.now() - started;
    for (let i = 0; i < kills; i++) {
      await buildInProcess(index, more, Math.round(usual * (0.3 + (0.8 * i) / kills)));
      const ids = await idsIn(index);
      if (ids.length === old.length) {
        expect(ids).toEqual(old);
        kept++;
        continue;
      }
      expect(ids).toEqual(whole);
      changed++;
      await rm(index, { recursive: true });
      await build(index, join(folder, 'a.jsonl'));
    }
    expect(kept + changed).toBe(kills);
    await build(index, more);
    expect((await readdir(index)).filter((file) => file.startsWith('.'))).toEqual([]);
    const named: { shards: { file: string }[] } = JSON.parse(await readFile(join(index, 'manifest.json'), 'utf8'));
    expect(await shardsIn(index)).toEqual(named.shards.map(({ file }) => file.replace('shards/', '')).sort());
  }, 180_000);
});

describe('two builds of one folder', () => {
  it('never run at once: the second is refused and the first is whole', async () => {
    await build(out(), await write('a.jsonl', lines(0, 60)));
    const more = await write('b.jsonl', lines(60, 400));
    const first = buildInProcess(out(), more, null);
    await vi.waitUntil(async () => (await readdir(out())).includes('.lock'), 20_000);
    await expect(build(out(), await write('c.jsonl', lines(400, 420)))).rejects.toThrow('another build is at work');
    await first;
    expect((await idsIn(out())).length).toBe(400);
    expect((await readdir(out())).filter((file) => file.startsWith('.'))).toEqual([]);
  }, 60_000);
});

/** Builds in a process of its own, which is killed after some milliseconds where it still runs. */
function buildInProcess(index: string, input: string, killAfter: number | null): Promise<void> {
  return new Promise((resolve) => {
    const args = ['--import', 'tsx', 'lib/cli/main.ts', 'index', 'build', '--out', index, input];
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', () => {
      if (timer !== null) clearTimeout(timer);
      resolve();
    });
  });
}

describe('a shard of a folder with a wrong bit', () => {
  it('is refused by the name of its file', async () => {
    await build(out(), await write('a.jsonl', lines(0, 60)));
    const files = await shardsIn(out());
    const query = await write('query.jsonl', lines(0, 1));
    for (let i = 0; i < 200; i++) {
      const file = files[i % files.length] ?? '';
      const path = join(out(), 'shards', file);
      const bytes = await readFile(path);
      const bit = Math.floor((bytes.length * 8 * (i + 0.5)) / 200);
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await writeFile(path, changed);
      const results = join(folder, 'results.jsonl');
      await expect(runMatch(['--index', out(), '--in', query, '--out', results])).rejects.toThrow(file);
      await expect(readFile(results)).rejects.toThrow();
      await writeFile(path, bytes);
    }
    expect(await runMatch(['--index', out(), '--in', query, '--out', join(folder, 'results.jsonl')])).toBe(0);
  }, 60_000);
});
