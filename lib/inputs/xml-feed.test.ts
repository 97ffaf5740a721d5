import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits';
import { articlesIn, itemsOf, problemsIn } from './samples.testing';

const feed = (items: string, head = ''): string => `<rss><channel>${head}${items}</channel></rss>`;
const only = async (items: string, head = '') => articlesIn(await itemsOf(feed(items, head)))[0];

describe('feeds in XML', () => {
  it('takes markup out of texts, escaped or not, without running it', async () => {
    const summary =
      '&lt;p&gt;Tom &amp;amp; Ann&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;p&gt;two&lt;br&gt;three&lt;/p&gt;';
    expect(
      await only(`<item><title>&lt;b&gt;A&lt;/b&gt; &amp;amp; B</title><description>${summary}</description></item>`),
    ).toMatchObject({
      title: 'A & B',
      text: 'Tom & Ann\ntwo\nthree',
    });
    expect(
      (await only('<item><title>x</title><description>a <b>bold</b> <p>1 &lt; 2</p></description></item>'))?.text,
    ).toBe('a bold\n1 < 2');
  });

  it('leaves out what invites to read on, in whatever language', async () => {
    const link = (href: string) => `&lt;a href="${href}"&gt;आगे पढ़ें&lt;/a&gt;`;
    const summary = `&lt;p&gt;A text${link('/other')}&lt;/p&gt;${link('http://www.daily.example/a/')}`;
    const item = `<item><title>x</title><description>${summary}</description><link>https://daily.example/a</link></item>`;
    expect((await only(item))?.text).toBe('A textआगे पढ़ें');
  });

  it('leaves it out of elements as well, and believes a text that says it is plain', async () => {
    const body = `<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>One<x:br/>two <x:a href="/a?x=1&amp;y=2">Read on</x:a></x:p></x:div>`;
    const entry = (content: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://daily.example/"><title>D</title><entry><title>x</title><link href="/a?x=1&amp;y=2"/>${content}</entry></feed>`;
    const textOf = async (content: string) => articlesIn(await itemsOf(entry(content)))[0]?.text;
    expect(await textOf(`<content type="xhtml">${body}</content>`)).toBe('One\ntwo Read on');
    expect(await textOf(`<content type="xhtml">${body.replace('"/a?', '"https://daily.example/a?')}</content>`)).toBe(
      'One\ntwo',
    );
    expect(await textOf('<content type="text/plain; charset=utf-8">1 &lt;b&gt; 2\n3</content>')).toBe('1 <b> 2\n3');
  });

  it('takes the longer of content and summary', async () => {
    const item =
      '<item><title>x</title><description>A whole summary</description><content:encoded>A…</content:encoded></item>';
    expect((await only(item))?.text).toBe('A whole summary');
  });

  it.each([
    ['<link>/a</link>', 'https://daily.example/a'],
    ['<guid>https://daily.example/g</guid>', 'https://daily.example/g'],
    ['<guid isPermaLink="false">https://daily.example/g</guid>', null],
    ['<guid>no address</guid>', null],
    ['<link>javascript:alert(1)</link>', null],
  ])('reads the address of %s', async (element, url) => {
    const article = await only(`<item><title>x</title>${element}</item>`, '<link>https://daily.example/</link>');
    expect(article?.url).toBe(url);
  });

  it('reads an address that is relative to its entry', async () => {
    const entry = '<entry xml:base="2025/06/"><title>x</title><link href="a.html"/></entry>';
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://daily.example/">${entry}</feed>`;
    expect(articlesIn(await itemsOf(text))[0]?.url).toBe('https://daily.example/2025/06/a.html');
  });

  it('takes the outlet off a headline where the feed is of others', async () => {
    const title = 'Two republics agree – on fishing';
    const item = (suffix: string) =>
      only(`<item><title>${title}${suffix}</title><source url="https://a.example">The Other</source></item>`);
    expect((await item(' - The Other'))?.title).toBe(title);
    expect((await item(' - The Other News'))?.title).toBe(title);
    expect((await item(' - The Daily'))?.title).toBe(`${title} - The Daily`);
  });

  it('names an outlet that a feed of others names', async () => {
    const rss = await only(
      '<item><title>x</title><source url="https://a.example">The Other</source></item>',
      '<title>All</title>',
    );
    expect(rss?.site).toBe('The Other');
    const entry =
      '<entry><title>x</title><source><id>1</id><title>The Other</title><updated>2025</updated></source></entry>';
    expect(articlesIn(await itemsOf(`<feed><title>All</title>${entry}</feed>`))[0]?.site).toBe('The Other');
  });

  it.each([
    ['Mon, 23 Jun 2025 10:00:00 +0530', '2025-06-23T10:00+05:30'],
    ['23 Jun 25 10:00:00 GMT', '2025-06-23T10:00Z'],
    ['2025-06-23', '2025-06-23'],
    ['lun., 23 juin 2025 10:00:00 +0200', '2025-06-23T10:00+02:00'],
    ['yesterday', null],
  ])('reads the date %s', async (date, publishedAt) => {
    const article = await only(`<item><title>x</title><language>fr</language><pubDate>${date}</pubDate></item>`);
    expect(article?.publishedAt).toBe(publishedAt);
  });

  it('hears the text where the feed is set to another language', async () => {
    const item = '<item><title>पुतिन से मिले विदेश मंत्री</title><description>मॉस्को में बैठक हुई।</description></item>';
    expect((await only(item, '<language>en-US</language>'))?.lang).toBe('hi');
    expect((await only('<item><title>2025</title></item>', '<language>pt-BR</language>'))?.lang).toBe('pt');
  });

  it('knows elements by their namespace, whatever its prefix', async () => {
    const text = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>The Daily</a:title><a:entry><a:title>x</a:title>
      <m:title xmlns:m="http://search.yahoo.com/mrss/">not this</m:title></a:entry></a:feed>`;
    expect(articlesIn(await itemsOf(text))[0]).toMatchObject({ title: 'x', site: 'The Daily' });
  });

  it('names what is broken and reads the rest', async () => {
    const items = await itemsOf(
      feed('<item><title>a</title></item><item><title/></item><item><title>lost</title><item><title>b</title></item>'),
    );
    expect(articlesIn(items).map(({ title }) => title)).toEqual(['a', 'b']);
    expect(problemsIn(items)).toEqual(['item 2: no title', 'item 3: cut short']);
  });

  it('says that a file is cut, in an item or after it', async () => {
    expect(problemsIn(await itemsOf('<rss><channel><item><title>a</title></item><item><title>b'))).toEqual([
      'item 2: cut short',
    ]);
    expect(problemsIn(await itemsOf('<rss><channel><item><title>a</title></item>'))).toEqual(['the file is cut short']);
  });

  it('expands no entities of a document type', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>x &b; &f;</title></item></channel></rss>`;
    expect(articlesIn(await itemsOf(bomb))[0]?.title).toBe('x &b; &f;');
  });

  it('stops at what nests too deep or never ends, and skips an item that is too long', async () => {
    const deep = `<rss><channel><item><title>a</title></item>${'<x>'.repeat(LIMITS.depth)}`;
    expect(problemsIn(await itemsOf(deep))).toEqual(['elements nest too deep']);
    const endless = `<rss><channel><item><title>a</title></item><${'x'.repeat(LIMITS.record + 10)}`;
    expect(problemsIn(await itemsOf(endless, 1_000_000))).toEqual(['a tag or section longer than 10 MB']);
    const long = `<item><title>long</title><description>${'word '.repeat(LIMITS.record / 5 + 1)}</description></item>`;
    const items = await itemsOf(feed(`${long}<item><title>b</title></item>`), 1_000_000);
    expect(problemsIn(items)).toEqual(['item 1: longer than 10 MB']);
    expect(articlesIn(items).map(({ title }) => title)).toEqual(['b']);
  });
});
