import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInput } from './read-input';
import { articlesIn, INPUTS, inChunks, itemsOf, plainPages, problemsIn, readBroken, SAMPLES } from './samples.testing';
import { FORMATS } from './types';

const SAME = ['articles', 'rss', 'rdf', 'atom', 'json-feed'] as const;

describe('openInput', () => {
  it.each(FORMATS)('tells %s from its content', async (format) => {
    const input = await openInput(inChunks(INPUTS[format](), 100), 'x.txt', plainPages);
    expect(input.format).toBe(format);
  });

  it.each(SAME)('reads the same articles from %s', async (format) => {
    const items = await itemsOf(INPUTS[format]());
    expect(problemsIn(items)).toEqual([]);
    expect(
      articlesIn(items).map(({ url, title, text, lang, publishedAt, site }) => [
        url,
        title,
        text,
        lang,
        publishedAt,
        site,
      ]),
    ).toEqual(SAMPLES.map(({ url, title, text, lang, date }) => [url, title, text, lang, date, 'The Daily']));
  });

  it('reads the same however the bytes come', async () => {
    for (const format of FORMATS) {
      const whole = await itemsOf(INPUTS[format](), 1_000_000);
      expect(whole.length).toBeGreaterThan(1);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
          expect(await itemsOf(INPUTS[format](), size)).toEqual(whole);
        }),
        { numRuns: 10 },
      );
    }
  });

  it.each([
    ['rss', /<item\b/g],
    ['rdf', /<item\b/g],
    ['atom', /<entry\b/g],
    ['json-feed', /^ {4}\{\s+"id"/gm],
    ['opml', /<outline[^>]*xmlUrl/g],
  ] as const)('says on which line an item of %s begins, however the bytes come', async (format, beginning) => {
    const text = Buffer.from(INPUTS[format]()).toString().replaceAll('\n', '\r\n');
    const expected = [...text.matchAll(beginning)].map(({ index }) => text.slice(0, index).split('\n').length);
    expect(new Set(expected).size).toBeGreaterThan(1);
    for (const size of [1, 7, 100, 100_000]) {
      const items = await itemsOf(text, size);
      expect(items.map((item) => ('place' in item ? item.place.line : null))).toEqual(expected);
    }
  });

  it.each([
    ['', 'empty'],
    ['<!doctype html><html><body>no feed</body></html>', 'of no format'],
    ['id,title\n1,x\n', 'of no format'],
    ['\u0000\u0001\u0002', 'of no format'],
  ])('refuses %j', async (text, what) => {
    await expect(openInput(inChunks(Buffer.from(text), 10), 'x', plainPages)).rejects.toThrow(what);
  });

  it('tells articles from a later line where the first is broken', async () => {
    const items = await itemsOf('garbage\n{"id":"a","title":"x"}\n');
    expect(problemsIn(items)).toEqual(['line 1: not valid JSON']);
    expect(articlesIn(items).map(({ id }) => id)).toEqual(['a']);
  });

  it('reads the feeds of a list at any depth, by whatever attribute old lists name them', async () => {
    const outlines = `<outline text="a"><outline text="b"><outline type="rss" text="c" url="https://a.example/1"/>
      <outline title="d" xmlUrl="https://a.example/2"/></outline><outline type="link" url="https://a.example/page"/></outline>`;
    const items = await itemsOf(`<opml version="1.1"><body>${outlines}</body></opml>`);
    expect(items.map((item) => (item.kind === 'feed' ? [item.address, item.name] : null))).toEqual([
      ['https://a.example/1', 'c'],
      ['https://a.example/2', 'd'],
    ]);
  });

  it('takes a byte-order mark and the encoding that an XML file declares', async () => {
    const feed =
      '<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><title>\xCF\xF3\xF2\xE8\xED</title></item></channel></rss>';
    expect(articlesIn(await itemsOf(Buffer.from(feed, 'latin1')))[0]?.title).toBe('Путин');
    const marked = Buffer.from('\uFEFF<rss><channel><item><title>x</title></item></channel></rss>', 'utf16le');
    expect(articlesIn(await itemsOf(marked))[0]?.title).toBe('x');
  });

  it('keeps what came before the stream broke', async () => {
    const { items, error } = await readBroken('{"id":"a","title":"x"}\n');
    expect(items).toMatchObject([{ kind: 'article' }]);
    expect(error).toMatchObject({ message: 'the disk is gone' });
  });
});
