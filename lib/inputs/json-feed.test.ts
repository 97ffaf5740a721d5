import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemberCutter } from './json-members';
import { articlesIn, itemsOf, problemsIn, readBroken } from './samples.testing';

describe('MemberCutter', () => {
  it('cuts any object into what JSON.parse finds in it, however it comes', () => {
    const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue());
    fc.assert(
      fc.property(
        object,
        fc.array(fc.jsonValue()),
        fc.boolean(),
        fc.integer({ min: 1, max: 20 }),
        (rest, items, wide, size) => {
          const value = { ...rest, items };
          const json = JSON.stringify(value, null, wide ? 2 : undefined);
          const cutter = new MemberCutter(['items'], 1_000_000);
          for (let at = 0; at < json.length; at += size) cutter.write(json.slice(at, at + size));
          expect(cutter.ended).toBe(true);
          const read = cutter.found.map(({ key, json }) => [key, JSON.parse(json ?? '')]);
          const members = Object.entries(JSON.parse(json)).filter(([key]) => key !== 'items');
          expect(read.filter(([key]) => key !== 'items')).toEqual(members);
          expect(read.filter(([key]) => key === 'items').map(([, item]) => item)).toEqual(
            JSON.parse(JSON.stringify(items)),
          );
        },
      ),
    );
  });

  it('holds nothing of a member beyond the limit', () => {
    const cutter = new MemberCutter(['items'], 10);
    cutter.write('{"items":["0123456789",1],"a":"0123456789"}');
    expect(cutter.found).toEqual([
      { key: 'items', json: null, line: 1 },
      { key: 'items', json: '1', line: 1 },
      { key: 'a', json: null, line: 1 },
    ]);
  });
});

describe('JSON Feed', () => {
  const head =
    '{"version":"https://jsonfeed.org/version/1","title":"The Daily","home_page_url":"https://daily.example"';

  it('names a broken item and reads the rest', async () => {
    const items = await itemsOf(
      `${head},"items":[{"id":1,"title":"a","url":"/a"},{"title":nope},7,{"title":5},{"title":"b","content_text":"One\\ntwo"}]}`,
    );
    expect(articlesIn(items).map(({ title, url, text }) => [title, url, text])).toEqual([
      ['a', 'https://daily.example/a', ''],
      ['b', null, 'One\ntwo'],
    ]);
    expect(problemsIn(items)).toEqual(['item 2: not valid JSON', 'item 3: not an object', 'item 4: no title']);
  });

  it('says of itself what holds for its items wherever that stands', async () => {
    const items = [{ id: '1', title: '2025', url: '/a' }, { title: '' }];
    const version = 'https://jsonfeed.org/version/1.1';
    const text = JSON.stringify(
      {
        authors: [{ name: 'A' }],
        items,
        home_page_url: 'https://daily.example',
        language: 'pt-BR',
        title: 'O Diário',
        version,
      },
      null,
      1,
    );
    const read = await itemsOf(text, 20);
    expect(articlesIn(read)).toMatchObject([{ url: 'https://daily.example/a', lang: 'pt', site: 'O Diário' }]);
    expect(problemsIn(read)).toEqual(['item 2: no title']);
  });

  it('is known on one line, whatever stands before its items and however many they are', async () => {
    const items = Array.from({ length: 600 }, (_, i) => ({
      id: `${i}`,
      title: `Headline ${i}`,
      summary: 'x'.repeat(200),
    }));
    const version = 'https://jsonfeed.org/version/1.1';
    const text = JSON.stringify({ home_page_url: 'https://daily.example', items, title: 'The Daily', version });
    expect(articlesIn(await itemsOf(text))).toHaveLength(600);
  });

  it('keeps what came before the stream broke, though the feed has not said its name yet', async () => {
    const { items, error } = await readBroken('{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"a"},');
    expect(items).toMatchObject([{ kind: 'article' }]);
    expect(error).toMatchObject({ message: 'the disk is gone' });
  });

  it('says that the file is cut', async () => {
    const items = await itemsOf(`${head},"items":[{"title":"a"},{"title":"b"`);
    expect(articlesIn(items)).toHaveLength(1);
    expect(problemsIn(items)).toEqual(['the file is cut short']);
  });
});

describe('JSON lines', () => {
  it('names a broken line and reads the rest', async () => {
    const items = await itemsOf('{"id":"a","title":"x"}\r\n\n{"id":1,"title":"x"}\n{"id"\n{"id":"b","title":"y"}');
    expect(articlesIn(items).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(problemsIn(items)).toEqual(['line 3: id: wrong type', 'line 4: not valid JSON']);
  });

  it('holds nothing of a line beyond the limit', async () => {
    const long = `{"id":"a","title":"${'x'.repeat(11 * 1024 * 1024)}"}`;
    const items = await itemsOf(`{"id":"z","title":"z"}\n${long}\n{"id":"b","title":"y"}\n`, 1_000_000);
    expect(articlesIn(items).map(({ id }) => id)).toEqual(['z', 'b']);
    expect(problemsIn(items)).toEqual(['line 2: longer than 10 MB']);
  });
});
