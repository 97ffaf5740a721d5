import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGLISH, newsPage, paragraphs } from '../article/pages.testing';
import { runExtract } from './extract';
import { CommandError, UsageError } from './io';

const TITLE = 'Two republics agree on fishing in the strait';
const PAGE = newsPage({ title: TITLE, body: `<div>23 June 2025, 18:12</div>${paragraphs(ENGLISH)}` });

let folder = '';
let printed = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-extract-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function save(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const article = async (path: string, ...args: string[]): Promise<Record<string, unknown>> => {
  printed = '';
  expect(await runExtract([path, ...args])).toBe(0);
  return JSON.parse(printed);
};

describe('extract FILE', () => {
  it('prints one article as JSON, from a plain or a zipped page', async () => {
    const expected = {
      kind: 'article',
      title: TITLE,
      text: ENGLISH.join('\n'),
      lang: 'en',
      publishedAt: '2025-06-23T18:12',
      site: 'The Daily Example',
      byline: null,
      url: 'https://daily.example/a',
      section: null,
      image: null,
      paywalled: false,
      live: false,
      coarse: false,
    };
    expect(await article(await save('a.html', PAGE), '--url', 'https://daily.example/a')).toEqual(expected);
    expect(await article(await save('a.html.gz', gzipSync(PAGE)), '--url', 'https://daily.example/a')).toEqual(
      expected,
    );
  });

  it('prints what a page is instead of an article, without text', async () => {
    expect(await article(await save('empty.html', ''))).toMatchObject({ kind: 'empty', text: '', publishedAt: null });
  });

  it('tells how it read the page where it is asked to', async () => {
    const share = '<div class="share-bar">Share this</div>';
    const path = await save(
      't.html',
      PAGE.replace('</h1>', `</h1>${share}`).replace('</article>', '<p>Tags</p></article>'),
    );
    const { trace } = await article(path, '--trace');
    expect(trace).toContainEqual({ action: 'removed', rule: 'share', text: 'Share this' });
    expect(await article(path)).not.toHaveProperty('trace');
  });

  it('prints its usage', async () => {
    expect(await runExtract(['--help'])).toBe(0);
    expect(printed).toContain('extract FILE.html [--url URL]');
  });

  it.each([
    [[]],
    [['a.html', 'b.html']],
    [['--pages', 'a.jsonl']],
    [['--out', 'b.jsonl', 'a.html']],
    [['--pages', 'a.jsonl', '--out', 'b.jsonl', 'a.html']],
    [['a.html', '--url', 'ftp://x.example']],
    [['a.html', '--nonsense']],
  ])('refuses %j as wrong usage', async (args) => {
    await expect(runExtract(args)).rejects.toThrow(UsageError);
  });

  it('names what cannot be read in one line', async () => {
    await expect(runExtract([join(folder, 'missing.html')])).rejects.toThrow(/missing\.html: no such file/);
    await expect(runExtract([folder])).rejects.toThrow(/is a folder/);
    await expect(runExtract([await save('b.html.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3]))])).rejects.toThrow(
      /cannot be unzipped/,
    );
    const noise = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256);
    await expect(runExtract([await save('c.html', noise)])).rejects.toThrow(/not a text file/);
  });

  it.each<readonly [string, () => string]>([
    ['10 MB of paragraphs', () => `<h1>Long</h1>${`<p>${ENGLISH[0]}</p>`.repeat(85_000)}`],
    ['10 MB of elements', () => '<p>a <b>b</b> <a href=x>c</a></p>'.repeat(320_000)],
    ['10 MB in one paragraph', () => `<p>${ENGLISH.join(' ').repeat(18_000)}`],
    ['50,000 nested elements', () => `${'<div>'.repeat(50_000)}deep`],
    ['50,000 nested misnested elements', () => '<b><p>'.repeat(25_000)],
    ['100,000 attributes', () => `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x`],
    ['deep JSON-LD', () => `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`],
  ])(
    'ends with an answer or a clear error on %s within five seconds of work',
    async (_, html) => {
      const path = await save('hostile.html', html());
      // The work of this process: the clock would count what others do on the machine as well.
      const start = process.cpuUsage();
      const outcome = await runExtract([path]).catch((error: unknown) => error);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(5000);
      if (outcome !== 0) expect(outcome).toBeInstanceOf(CommandError);
    },
    60_000,
  );
});

describe('extract --pages', () => {
  it('answers every line with its file, reads nothing else of it, and goes on after an unreadable one', async () => {
    await save('a.html', PAGE);
    const list = await save(
      'list.jsonl',
      `${JSON.stringify({ file: 'a.html', url: 'https://daily.example/a', title: 'Not read' })}\n\n${JSON.stringify({ file: 'b.html' })}\n${JSON.stringify({ file: 'a.html' })}\n`,
    );
    const out = join(folder, 'out.jsonl');
    expect(await runExtract(['--pages', list, '--out', out])).toBe(0);
    const rows = (await readFile(out, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(rows.map((row) => row.file)).toEqual(['a.html', 'b.html', 'a.html']);
    expect(rows[0]).toMatchObject({ kind: 'article', title: TITLE, url: 'https://daily.example/a' });
    expect(rows[1]).toEqual({ file: 'b.html', error: expect.stringContaining('no such file') });
  });

  it('leaves nothing half-written where the list is broken', async () => {
    await save('a.html', PAGE);
    const list = await save('list.jsonl', '{"file":"a.html"}\n{"file":\n');
    const out = await save('out.jsonl', 'as it was');
    await expect(runExtract(['--pages', list, '--out', out])).rejects.toThrow(/list\.jsonl:2: not valid JSON/);
    expect(await readFile(out, 'utf8')).toBe('as it was');
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'list.jsonl', 'out.jsonl']);
    await expect(runExtract(['--pages', join(folder, 'none.jsonl'), '--out', out])).rejects.toThrow(CommandError);
  });
});

interface Seed {
  page: string;
  lang: string;
  title: string;
  publishedAt: string | null;
  mustNotContain: string[];
}

const seeds = join(process.env.SIDELIGHT_BENCH ?? '../shared/bench', 'seeds');

describe('the five articles the project starts from', () => {
  if (!existsSync(join(seeds, 'expected.json'))) {
    it('are not here', () => console.log(`extract: no ${seeds}, its checks are skipped`));
    return;
  }
  it('are read as their expectations say', async () => {
    const { articles }: { articles: Seed[] } = JSON.parse(await readFile(join(seeds, 'expected.json'), 'utf8'));
    for (const { page, lang, title, publishedAt, mustNotContain } of articles) {
      const read = await article(join(seeds, page));
      expect(read, page).toMatchObject({ kind: 'article', lang, title, publishedAt });
      for (const phrase of mustNotContain) expect(read.text, page).not.toContain(phrase);
    }
  });
});
