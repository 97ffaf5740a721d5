import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInput } from './read-input';
import { articlesIn, INPUTS, inChunks, itemsOf, plainPages, problemsIn, SAMPLES } from './samples.testing';
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
    ['', 'empty'],
    ['<!doctype html><html><body>no feed</body></html>', 'of no format'],
    ['id,title\n1,x\n', 'of no format'],
    ['\u0000\u0001\u0002', 'of no format'],
  ])('refuses %j', async (text, what) => {
    await expect(openInput(inChunks(Buffer.from(text), 10), 'x', plainPages)).rejects.toThrow(what);
  });

  it('takes a byte-order mark and the encoding that an XML file declares', async () => {
    const feed =
      '<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><title>\xCF\xF3\xF2\xE8\xED</title></item></channel></rss>';
    expect(articlesIn(await itemsOf(Buffer.from(feed, 'latin1')))[0]?.title).toBe('Путин');
    const marked = Buffer.from('\uFEFF<rss><channel><item><title>x</title></item></channel></rss>', 'utf16le');
    expect(articlesIn(await itemsOf(marked))[0]?.title).toBe('x');
  });

  it('keeps what came before the stream broke', async () => {
    async function* breaking() {
      yield Buffer.from('{"id":"a","title":"x"}\n');
      throw new Error('the disk is gone');
    }
    const { items } = await openInput(breaking(), 'x', plainPages);
    expect((await items.next()).value).toMatchObject({ kind: 'article' });
    await expect(items.next()).rejects.toThrow('the disk is gone');
  });
});
