import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as samples from '../inputs/samples.testing';
import { buildIndex } from './index-build';
import { runIndex } from './index-command';
import { runMatch } from './match-command';
import { openFolder } from './open-index';

let folder = '';
let printed = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-build-'));
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

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

const out = () => join(folder, 'index');
const build = (...args: string[]) => runIndex(['build', '--out', out(), ...args]);
const documents = async () => {
  const index = await openFolder(out());
  return Array.from({ length: index.size }, (_, i) => index.document(i));
};
const addresses = async () => (await documents()).map(({ url }) => url).sort();
const EXPECTED = samples.SAMPLES.map(({ url }) => url).sort();

describe('index build', () => {
  it.each(['rss', 'rdf', 'atom', 'json-feed', 'gkg', 'warc'] as const)('reads %s', async (format) => {
    expect(await build(await write('input', samples.INPUTS[format]()))).toBe(0);
    expect(await addresses()).toEqual(EXPECTED);
    expect(printed).toContain(`${format}: 3 new`);
  });

  it('makes of names and headlines what an article in another language matches', async () => {
    const sample = {
      url: 'https://a.example/1',
      title: 'Araghchi meets Putin in Moscow with a letter from Khamenei',
      text: '',
      lang: 'en',
      date: '2025-06-23T10:00Z',
    };
    await build(await write('a.csv', samples.gkg([sample, ...samples.SAMPLES])));
    const query = await write(
      'query.jsonl',
      JSON.stringify({
        id: 'q',
        lang: 'hi',
        title: 'मॉस्को में पुतिन से मिले अराघची, खामेनेई का पत्र सौंपा',
        publishedAt: '2025-06-23',
      }),
    );
    const results = join(folder, 'results.jsonl');
    await runMatch(['--index', out(), '--in', query, '--out', results]);
    const [line = ''] = (await readFile(results, 'utf8')).split('\n');
    expect(JSON.parse(line).matches[0]).toMatchObject({ id: sample.url, relation: 'same-event' });
  });

  it('reads the pages of a packed archive as saved pages are read', async () => {
    // A member of gzip a record, so that each can be found alone.
    const members = samples.warcRecords().map((record) => gzipSync(record));
    await build(await write('news.warc.gz', Buffer.concat(members)));
    const spanish = (await documents()).find(({ lang }) => lang === 'es');
    expect(spanish).toMatchObject({ titles: { es: samples.SAMPLES[2]?.title }, date: '2025-06-21T17:45Z' });
    expect(printed).toContain('passed over: 3 × records of type request');
  });

  it('unpacks the bodies of answers', async () => {
    const page = (name: string) =>
      `<html><title>${name}</title><article><h1>The ${name} opened on Monday</h1><p>${`It was a long day for all at the ${name}. `.repeat(20)}</p></article></html>`;
    const record = (name: string, encoding: string, body: Uint8Array) =>
      samples.warcRecord(
        'response',
        `https://a.example/${name}`,
        samples.httpAnswer(body, `Content-Encoding: ${encoding}\r\n`),
      );
    const archive = Buffer.concat([
      record('gzip', 'gzip', gzipSync(page('harbour'))),
      record('br', 'br', brotliCompressSync(page('museum'))),
      record('plain', 'gzip', Buffer.from(page('station'))),
      record('bomb', 'gzip', gzipSync(Buffer.alloc(20 * 1024 * 1024))),
      record('odd', 'zstd', Buffer.from('x')),
    ]);
    await build(await write('news.warc', archive));
    expect(await addresses()).toEqual(['br', 'gzip', 'plain'].map((name) => `https://a.example/${name}`));
    expect(printed).toMatch(/record 4: cannot be unzipped/);
    expect(printed).toMatch(/record 5: of an unknown content encoding \(zstd\)/);
  });

  it('reads a folder with all that is in it, and names what it cannot read', async () => {
    await write('in/a.xml', samples.rss(samples.SAMPLES.slice(0, 1)));
    await write('in/deep/b.csv.zip', zipSync({ 'b.csv': Buffer.from(samples.gkg(samples.SAMPLES.slice(1, 2))) }));
    await write('in/deep/picture.png', '\u0089PNG');
    await write('in/empty', '');
    await symlink(join(folder, 'nowhere'), join(folder, 'in/link'));
    await symlink(join(folder, 'in'), join(folder, 'in/circle'));
    await write('in/.hidden', samples.rss());
    const errors = join(folder, 'errors.txt');
    expect(await build('--errors', errors, join(folder, 'in'))).toBe(0);
    expect(await addresses()).toEqual(EXPECTED.slice(0, 2).sort());
    expect((await readFile(errors, 'utf8')).trim().split('\n')).toEqual([
      `${join(folder, 'in/deep/picture.png')}: of no format that is read`,
      `${join(folder, 'in/empty')}: empty`,
      expect.stringContaining(`${join(folder, 'in/link')}: cannot be read`),
    ]);
    expect(printed).toContain('2 articles');
    expect(printed).toContain('3 errors');
  });

  it('does not read itself where it lies among its inputs', async () => {
    await write('a.xml', samples.rss());
    expect(await build(folder)).toBe(0);
    printed = '';
    expect(await build(folder)).toBe(0);
    expect(printed).toMatch(/^rss: 0 new, 3 repeated\nnothing new: 3 articles, \d+ bytes\n$/);
  });

  it('names broken items by file and line, and builds the rest', async () => {
    const path = await write(
      'a.jsonl',
      '{"id":"a","title":"x"}\n{"id":1,"title":"x"}\nnothing\n{"id":"a","title":"y"}\n',
    );
    expect(await build(path)).toBe(0);
    expect(printed).toContain(`${path}:2: id: wrong type`);
    expect(printed).toContain(`${path}:3: not valid JSON`);
    expect(printed).toContain(`${path}:4: an id that another article has (a)`);
    expect(printed).toContain('articles: 1 new, 3 errors');
  });

  it('keeps an article of which a part cannot be read, and names that', async () => {
    const line = { id: 'a', lang: 'en', title: 'x', publishedAt: '23rd of June', url: 'daily.example/a' };
    const path = await write(
      'a.jsonl',
      `${JSON.stringify(line)}\n{"id":"b","title":"y","publishedAt":null,"url":""}\n`,
    );
    const feed = await write(
      'f.xml',
      '<rss><channel>\n<item><title>z</title><pubDate>soon</pubDate></item></channel></rss>',
    );
    expect(await build(path, feed)).toBe(0);
    expect((await documents()).map(({ titles }) => Object.values(titles)[0]).sort()).toEqual(['x', 'y', 'z']);
    expect(printed).toContain(`${path}:1: a date that cannot be read, left out (23rd of June)`);
    expect(printed).toContain(`${path}:1: no address of the web, left out (daily.example/a)`);
    expect(printed).toContain(`${feed}:2: item 1: a date that cannot be read, left out (soon)`);
    expect(printed).toContain('articles: 2 new, 2 errors');
  });

  it('follows a list to the files in its folder, and no further', async () => {
    await write('secret.xml', samples.rss());
    await write('lists/feeds/a.xml', samples.rss(samples.SAMPLES.slice(0, 1)));
    const list = await write(
      'lists/all.opml',
      samples.opml(['feeds/a.xml', 'feeds/a.xml', '../secret.xml', 'none.xml', 'https://daily.example/f', 'all.opml']),
    );
    expect(await build(list)).toBe(0);
    expect(await addresses()).toEqual(['https://daily.example/strait']);
    expect(printed).toContain('item 3: outside the folder of its list (../secret.xml)');
    expect(printed).toContain('item 4: no such file (none.xml)');
    expect(printed).toContain('item 5: an address, fetched only with --fetch (https://daily.example/f)');
  });

  it('does not follow a link out of the folder of a list', async () => {
    const secret = await write('secret.xml', samples.rss());
    const list = await write('lists/all.opml', samples.opml(['link.xml']));
    await symlink(secret, join(folder, 'lists/link.xml'));
    await expect(build(list)).rejects.toThrow('no articles');
    expect(printed).toContain('outside the folder of its list');
  });

  it('fetches the addresses of a list when asked', async () => {
    const list = await write('all.opml', samples.opml(['https://a.example/f', 'https://b.example/list']));
    const answers: Readonly<Record<string, string>> = {
      'https://a.example/f': samples.atom(samples.SAMPLES.slice(0, 1)),
      'https://b.example/list': samples.opml(['https://c.example/f', 'local.xml']),
      'https://c.example/f': samples.rss(samples.SAMPLES.slice(1)),
    };
    const fetch = async (input: unknown) => new Response(answers[String(input)]);
    await buildIndex({ out: out(), inputs: [list], fetch: { fetch }, errors: null });
    expect(await addresses()).toEqual(EXPECTED);
    expect(printed).toContain('https://b.example/list:3: item 2: not an address of the web (local.xml)');
  });

  const WIRE = 'The ministers signed the paper on Monday and boats may go out from July, said the board. '.repeat(8);

  it('keeps an item of feeds once, with the other outlets that printed it', async () => {
    const feed = (site: string, url: string, day: string) =>
      write(
        `${site}-${day}.json`,
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: site,
          language: 'en',
          items: [{ id: url, url, title: `${site} headline`, content_text: WIRE, date_published: day }],
        }),
      );
    await build(
      await feed('A', 'https://a.example/1', '2025-06-24'),
      await feed('B', 'https://b.example/1', '2025-06-23'),
      await feed('B', 'https://www.b.example/1/', '2025-06-25'),
    );
    const [document, ...more] = await documents();
    expect(more).toEqual([]);
    expect(document?.titles).toEqual({ en: 'B headline' });
    expect(document?.coverage).toEqual([
      { outlet: 'A', lang: 'en', date: '2025-06-24', url: 'https://a.example/1', headline: 'A headline' },
    ]);
    expect(printed).toContain('2 repeated');
  });

  it('keeps every article that has an id of its own: others refer to it', async () => {
    const line = (id: string) => JSON.stringify({ id, title: 'A headline', text: WIRE, url: 'https://a.example/1' });
    await build(await write('a.jsonl', [line('a'), line('b')].join('\n')));
    expect((await documents()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  it('says which input is missing, and that an address was not asked for', async () => {
    await expect(build(join(folder, 'none'))).rejects.toThrow('no such file');
    const input = await write('a.xml', samples.rss());
    await expect(build('--errors', join(folder, 'none/errors'), input)).rejects.toThrow('no such file');
    await expect(build('https://daily.example/f')).rejects.toThrow('--fetch');
    await expect(readdir(out())).rejects.toThrow();
  });
});
