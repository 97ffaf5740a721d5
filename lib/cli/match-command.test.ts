import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from './articles';
import { runIndex } from './index-command';
import { collect } from './io';
import { runMatch } from './match-command';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Six short reports of three events in three languages, written for this test. */
const ARTICLES = [
  [
    'hi-1',
    'hi',
    '2025-06-23',
    'मॉस्को में पुतिन से मिले ईरान के विदेश मंत्री अराघची',
    'अब्बास अराघची ने क्रेमलिन में खामेनेई का पत्र सौंपा।',
  ],
  [
    'bn-1',
    'bn',
    '2025-06-23',
    'মস্কোয় পুতিনের সঙ্গে ইরানের পররাষ্ট্রমন্ত্রী আরাগচির বৈঠক',
    'আব্বাস আরাগচি ক্রেমলিনে খামেনির চিঠি হস্তান্তর করেন।',
  ],
  [
    'en-1',
    'en',
    '2025-06-23',
    'Iran’s Araghchi meets Putin in Moscow',
    'Abbas Araghchi handed over a letter from Khamenei in the Kremlin.',
  ],
  ['hi-2', 'hi', '2025-06-20', 'ढाका में यूनुस ने चुनाव की तारीख का ऐलान किया', 'मुहम्मद यूनुस ने बांग्लादेश में मतदान की बात कही।'],
  ['bn-2', 'bn', '2025-06-20', 'ঢাকায় নির্বাচনের তারিখ ঘোষণা করলেন ইউনূস', 'মুহাম্মদ ইউনূস বাংলাদেশে ভোটের কথা জানান।'],
  [
    'en-3',
    'en',
    '2025-06-21',
    'Flood in Valencia leaves villages without power',
    'Rescue teams reached Paiporta on Saturday.',
  ],
] as const;

interface Line {
  id: string;
  matches: { id: string; lang: string; score: number; relation: string; why: [string, string][] }[];
  stories: unknown[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, rows: readonly (readonly string[])[], rename = (id: string): string => id) {
  const lines = rows.map(([id = '', lang, publishedAt, title, text]) =>
    JSON.stringify({ id: rename(id), lang, publishedAt, title, text, event: 'not read' }),
  );
  await writeFile(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
}

async function results(name: string): Promise<Map<string, Line>> {
  const text = await readFile(join(folder, name), 'utf8');
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line): [string, Line] => {
        const value: Line = JSON.parse(line);
        return [value.id, value];
      }),
  );
}

async function match(index: string, input: string, out: string, ...more: string[]): Promise<Map<string, Line>> {
  await runMatch(['--index', join(folder, index), '--in', input, '--out', join(folder, out), ...more]);
  return results(out);
}

describe('index build and match', () => {
  beforeAll(async () => {
    await runIndex(['build', '--out', join(folder, 'index'), await write('articles.jsonl', ARTICLES)]);
  });

  it('fills every other language with the best, the same event first', async () => {
    const lines = await match('index', join(folder, 'articles.jsonl'), 'out.jsonl');
    const hindi = lines.get('hi-1')?.matches ?? [];
    expect(new Set(hindi.map(({ lang }) => lang))).toEqual(new Set(['bn', 'en']));
    expect(hindi).toHaveLength(4);
    expect(hindi.find(({ lang }) => lang === 'bn')?.id).toBe('bn-1');
    expect(hindi.find(({ lang }) => lang === 'en')?.id).toBe('en-1');
    expect(hindi.map(({ score }) => score)).toEqual(hindi.map(({ score }) => score).sort((a, b) => b - a));
    expect(hindi[0]?.why).toContainEqual(['पुतिन', hindi[0]?.lang === 'bn' ? 'পুতিনের' : 'Putin']);
    expect(hindi.some(({ relation }) => relation === 'none')).toBe(true);
    expect(lines.get('hi-1')?.stories).toEqual([]);
  });

  it('lists the own language when asked, and never the article itself', async () => {
    const lines = await match(
      'index',
      join(folder, 'articles.jsonl'),
      'same.jsonl',
      '--same-language',
      '--per-language',
      '1',
    );
    expect(lines.get('hi-1')?.matches.map(({ id }) => id)).toContain('hi-2');
    for (const [id, { matches }] of lines) expect(matches.map((one) => one.id)).not.toContain(id);
  });

  it('answers each line as if it were the only one, whatever the order and the names', async () => {
    const whole = await match('index', join(folder, 'articles.jsonl'), 'whole.jsonl');
    const rename = (id: string): string => `x${[...id].reverse().join('')}`;
    const shuffled = [4, 2, 0, 5, 1, 3].flatMap((i) => (ARTICLES[i] ? [ARTICLES[i]] : []));
    await runIndex(['build', '--out', join(folder, 'renamed'), await write('renamed.jsonl', shuffled, rename)]);
    for (const article of ARTICLES) {
      const alone = await write('alone.jsonl', [article], rename);
      const line = (await match('renamed', alone, 'alone-out.jsonl')).get(rename(article[0]));
      const expected = whole.get(article[0]);
      expect(line?.matches).toEqual(expected?.matches.map((one) => ({ ...one, id: rename(one.id) })));
    }
  });
});

describe('articles as others write them', () => {
  const raw = async (name: string, lines: readonly object[]): Promise<string> => {
    await writeFile(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'));
    return join(folder, name);
  };

  it('orders equals by what they say, not by where they stand', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, lang: 'ru', title: '', text: String(1000 + i) }));
    const query = await raw('query.jsonl', [
      { id: 'q', lang: 'en', title: '', text: rows.map(({ text }) => text).join(' ') },
    ]);
    await runIndex(['build', '--out', join(folder, 'forward'), await raw('forward.jsonl', rows)]);
    await runIndex(['build', '--out', join(folder, 'backward'), await raw('backward.jsonl', [...rows].reverse())]);
    const forward = await match('forward', query, 'forward-out.jsonl');
    expect(await match('backward', query, 'backward-out.jsonl')).toEqual(forward);
  });

  it('fills the quota although the article itself is there under other names', async () => {
    const text = 'Путин встретился в Москве с Аракчи';
    const rows = Array.from({ length: 25 }, (_, i) => ({
      id: `r${i}`,
      lang: 'ru',
      title: text,
      text: `${text} ${i}`,
      url: i < 5 ? 'http://www.paper.example/a/' : `https://paper.example/${i}`,
    }));
    await runIndex(['build', '--out', join(folder, 'own'), await raw('own.jsonl', rows)]);
    const query = await raw('own-query.jsonl', [
      { id: 'q', lang: 'en', title: 'Putin met Araqchi in Moscow', url: 'https://paper.example/a' },
    ]);
    const found = (await match('own', query, 'own-out.jsonl', '--per-language', '20')).get('q')?.matches ?? [];
    expect(found).toHaveLength(20);
    expect(found.map(({ id }) => id)).not.toContain('r0');
  });

  it('takes languages, addresses and dates in the forms they come in, and drops what is none', async () => {
    const articles = await collect(
      readArticles(
        await raw('forms.jsonl', [
          {
            id: 'a',
            lang: 'en-US',
            title: 'x',
            url: 'HTTPS://Paper.example/x',
            publishedAt: '2025-06-23T10:00:00+0530',
          },
          { id: 'b', lang: 'iw', title: 'x', url: 'https://', publishedAt: '2025-99-99' },
          {
            id: 'c',
            lang: 'und',
            title: 'পুতিনের সঙ্গে বৈঠক করলেন পররাষ্ট্রমন্ত্রী',
            url: 'javascript:alert(1)',
            publishedAt: '2025-06-23garbage',
          },
          { id: 'd', lang: 'constructor', title: 'The minister met the president in the capital' },
        ]),
      ),
    );
    expect(articles.map(({ lang, url, publishedAt }) => [lang, url, publishedAt])).toEqual([
      ['en', 'https://paper.example/x', '2025-06-23T10:00+05:30'],
      ['he', null, null],
      ['bn', null, null],
      ['en', null, null],
    ]);
  });
});

describe('the command', () => {
  const run = async (...args: string[]) => {
    try {
      const { stdout, stderr } = await promisify(execFile)('npx', ['tsx', 'lib/cli/main.ts', ...args], { cwd: root });
      return { code: 0, stdout, stderr };
    } catch (error) {
      if (error instanceof Error && 'code' in error && 'stderr' in error) {
        return { code: error.code, stdout: '', stderr: String(error.stderr).replace(/^npm warn.*\n/gm, '') };
      }
      throw error;
    }
  };

  it.each([
    [['nothing'], 2, 'no command "nothing"'],
    [['match'], 2, 'match takes one FILE.html'],
    [['match', '--index', 'x', '--in', 'y'], 2, 'a batch match takes'],
    [['match', '--index', 'x', '--in', 'y', '--out', 'z', '--per-language', '0'], 1, 'x: no such file'],
    [['index', 'info', 'nowhere'], 1, 'nowhere: no such file'],
  ])('%j exits with %i and one line', async (args, code, message) => {
    const { code: actual, stderr } = await run(...args);
    expect(actual).toBe(code);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('leaves nothing half-written when no line can be read, and names them', async () => {
    await writeFile(join(folder, 'broken.jsonl'), '{"id":"a"}\n{"id":1}\n');
    const { code, stderr } = await run('index', 'build', '--out', join(folder, 'broken'), join(folder, 'broken.jsonl'));
    expect(code).toBe(1);
    expect(stderr).toContain('broken.jsonl:2: id');
    await expect(readdir(join(folder, 'broken'))).rejects.toThrow();
  });

  it('refuses a damaged index by name of the fault', async () => {
    const [shard = ''] = await readdir(join(folder, 'index', 'shards'));
    const path = join(folder, 'index', 'shards', shard);
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 40));
    const { code, stderr } = await run('index', 'info', join(folder, 'index'));
    expect(code).toBe(1);
    expect(stderr).toContain(`${shard}: is cut short`);
  });
});
