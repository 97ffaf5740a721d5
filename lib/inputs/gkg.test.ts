import { describe, expect, it } from 'vitest';
import { articlesIn, gkg, itemsOf, problemsIn, SAMPLES } from './samples.testing';

/** One record with some columns changed. */
const record = (changes: Readonly<Record<number, string>>): string => {
  const columns = gkg(SAMPLES.slice(0, 1)).trimEnd().split('\t');
  for (const [column, value] of Object.entries(changes)) columns[Number(column)] = value;
  return columns.join('\t');
};
const only = async (changes: Readonly<Record<number, string>>) => articlesIn(await itemsOf(record(changes)))[0];

describe('GKG', () => {
  it('makes an article of headline and names, in the order of the article', async () => {
    const articles = articlesIn(await itemsOf(gkg()));
    expect(articles[0]).toEqual({
      id: 'https://daily.example/strait',
      lang: 'en',
      url: 'https://daily.example/strait',
      title: 'Two republics agree on fishing in the strait',
      text: 'Anna Berg\nTomas Lind\nLindholm\nFishing Board\nSweden',
      publishedAt: '2025-06-23T10:30Z',
      site: 'The Daily',
    });
    expect(articles.map(({ lang, title }) => [lang, title])).toEqual(SAMPLES.map(({ lang, title }) => [lang, title]));
  });

  it.each([
    ['srclc:zho;eng:GT-ZHO 1.0', 'zh'],
    ['srclc:fra; eng:Moses 2.1.1', 'fr'],
    ['srclc:hin;eng:GT-HIN 1.0', 'hi'],
    ['', 'en'],
    ['eng:only', 'und'],
    ['srclc:zz9', 'und'],
  ])('reads the language of %j', async (translation, lang) => {
    expect((await only({ 25: translation }))?.lang).toBe(lang);
  });

  it('dates an article by when it was found where its page does not say', async () => {
    const title = '<PAGE_TITLE>&#x92E;&#x94C;&#x938;&#x92E; &amp; x</PAGE_TITLE>';
    expect(await only({ 26: title })).toMatchObject({ title: 'मौसम & x', publishedAt: '2025-06-23T11:00Z' });
    expect((await only({ 26: title, 1: '20259923110000' }))?.publishedAt).toBe(null);
  });

  it('takes the outlet off the title of the page', async () => {
    const title = (text: string) => ({ 26: `<PAGE_TITLE>${text}</PAGE_TITLE>`, 3: 'morningpost.example' });
    expect((await only(title('Boats may go out - The Morning Post')))?.title).toBe('Boats may go out');
    expect((await only(title('Boats may go out - at last')))?.title).toBe('Boats may go out - at last');
  });

  it.each([
    ['broken', 'a\tb'],
    ['longer than what is looked at', record({ 17: 'wc:1,'.repeat(20_000) })],
    ['cut', record({}).slice(0, 40)],
  ])('is known where the first record is %s', async (_, first) => {
    const items = await itemsOf(`${first}\n${record({ 4: 'https://daily.example/second' })}\n`);
    expect(articlesIn(items).at(-1)?.url).toBe('https://daily.example/second');
  });

  it('names a record that is broken or has no headline', async () => {
    const items = await itemsOf(
      [record({}), 'a\tb', record({ 26: '' }), record({ 0: '' }), record({ 4: 'no address' })].join('\n'),
    );
    expect(problemsIn(items)).toEqual(['line 2: not 27 columns', 'line 3: no title', 'line 4: no record id']);
    expect(articlesIn(items).map(({ id, url }) => [id, url])).toEqual([
      ['https://daily.example/strait', 'https://daily.example/strait'],
      ['20250623110000-0', null],
    ]);
  });
});
