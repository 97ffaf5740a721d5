/** Own small inputs of every format, as their real writers make them. */
import { openInput } from './read-input';
import type { Format, InputArticle, InputItem } from './types';
import type { PageTools } from './web-archive';

export interface Sample {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  /** ISO, in universal time. */
  readonly date: string;
}

/** Three reports written for the tests; the second has all that markup must escape. */
export const SAMPLES: readonly Sample[] = [
  {
    url: 'https://daily.example/strait',
    title: 'Two republics agree on fishing in the strait',
    text: 'Ministers Anna Berg and Tomas Lind signed the paper in Lindholm on Monday.\nBoats may go out from July.',
    lang: 'en',
    date: '2025-06-23T10:30Z',
  },
  {
    url: 'https://daily.example/bank?id=7&part=2',
    title: 'Bank & unions: pay < prices by "4 %"',
    text: 'The bank & its unions agreed that wages below 2,000 crowns rise first, and the rest in autumn.',
    lang: 'en',
    date: '2025-06-22T08:05Z',
  },
  {
    url: 'https://diario.example/puente',
    title: 'El puente nuevo abre con dos semanas de retraso',
    text: 'La alcaldesa Marta Robles cortó la cinta ante los vecinos del barrio, que esperaban desde mayo.',
    lang: 'es',
    date: '2025-06-21T17:45Z',
  },
];

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .join('\n');

const rfc822 = (date: string): string => new Date(date).toUTCString();

export function jsonLines(samples: readonly Sample[] = SAMPLES): string {
  return samples
    .map(
      ({ date, ...rest }, i) => `${JSON.stringify({ id: `a${i}`, ...rest, publishedAt: date, site: 'The Daily' })}\n`,
    )
    .join('');
}

export function rss(samples: readonly Sample[] = SAMPLES): string {
  const items = samples.map(
    ({ url, title, text, lang, date }) => `
    <item>
      <title>${escapeXml(title)}</title>
      <link>${escapeXml(url)}</link>
      <guid isPermaLink="false">${escapeXml(url)}</guid>
      <dc:language>${lang}</dc:language>
      <pubDate>${rfc822(date)}</pubDate>
      <description>Read on</description>
      <content:encoded><![CDATA[${paragraphs(text)}<script>alert(1)</script>]]></content:encoded>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by a test -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>The Daily</title>
    <link>https://daily.example/</link>
    <image><title>Not the name</title></image>
    <language>en-us</language>${items.join('')}
  </channel>
</rss>
`;
}

export function rdf(samples: readonly Sample[] = SAMPLES): string {
  const items = samples.map(
    ({ url, title, text, lang, date }) => `
  <item rdf:about="${escapeXml(url)}">
    <title>${escapeXml(title)}</title>
    <link>${escapeXml(url)}</link>
    <description>${escapeXml(paragraphs(text))}</description>
    <dc:date>${date.replace('Z', ':00+00:00')}</dc:date>
    <dc:language>${lang}</dc:language>
  </item>`,
  );
  return `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://daily.example/"><title>The Daily</title><link>https://daily.example/</link></channel>${items.join('')}
</rdf:RDF>
`;
}

export function atom(samples: readonly Sample[] = SAMPLES): string {
  const entries = samples.map(
    ({ url, title, text, lang, date }, i) => `
  <entry xml:lang="${lang}">
    <id>tag:daily.example,2025:${i}</id>
    <title type="text">${escapeXml(title)}</title>
    <link rel="enclosure" href="https://daily.example/sound.mp3"/>
    <link href="${escapeXml(url)}"/>
    <published>${date}</published>
    <updated>2025-06-25T00:00:01Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${paragraphs(text)}</div></content>
  </entry>`,
  );
  return `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>The Daily</title><link rel="self" href="/feed"/><link href="https://daily.example/"/>${entries.join('')}
</feed>
`;
}

export function jsonFeed(samples: readonly Sample[] = SAMPLES): string {
  const items = samples.map(({ url, title, text, lang, date }, i) => ({
    id: i,
    url,
    title,
    content_html: paragraphs(text),
    language: lang,
    date_published: date,
  }));
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title: 'The Daily', authors: [{ name: 'A' }], items }, null, 2);
}

/** GKG 2.1: 27 columns; what is not English is marked as translated. */
export function gkg(samples: readonly Sample[] = SAMPLES): string {
  const lines = samples.map(({ url, title, lang, date }, i) => {
    const columns: string[] = new Array(27).fill('');
    const digits = `${date.replace(/\D/g, '')}00`;
    columns[0] = `20250623110000-${lang === 'en' ? '' : 'T'}${i}`;
    columns[1] = '20250623110000';
    columns[2] = '1';
    columns[3] = 'The Daily';
    columns[4] = url;
    columns[8] = 'TAX_FNCACT_MINISTER,40;';
    columns[10] = '4#Lindholm, Lind, Sweden#SW#SW01##59.3#18.1#-2#70;1#Sweden#SW#SW##62#15#SW#190';
    columns[11] = 'anna berg;tomas lind';
    columns[12] = 'Tomas Lind,30;Anna Berg,15';
    columns[14] = 'Fishing Board,120';
    columns[15] = '-1.5,1,2.5,3.5,20,0,180';
    columns[25] = lang === 'en' ? '' : 'srclc:spa;eng:GT-SPA 1.0';
    columns[26] =
      `<PAGE_LINKS>https://x.example/</PAGE_LINKS><PAGE_PRECISEPUBTIMESTAMP>${digits}</PAGE_PRECISEPUBTIMESTAMP>` +
      `<PAGE_TITLE>${escapeXml(title)}</PAGE_TITLE>`;
    return columns.join('\t');
  });
  return `${lines.join('\n')}\n`;
}

function page({ title, text, lang, date }: Sample): string {
  return `<!doctype html><html lang="${lang}"><head><title>${escapeXml(title)}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="${date}"></head>
<body><article><h1>${escapeXml(title)}</h1>${paragraphs(
    Array(6)
      .fill(text)
      .map((line, i) => `${i + 1}. ${line}`)
      .join('\n'),
  )}</article></body></html>`;
}

/** One record of a web archive. */
export function warcRecord(type: string, address: string, block: string | Uint8Array, more = ''): Uint8Array {
  const bytes = Buffer.from(block);
  const contentType = type === 'warcinfo' ? 'application/warc-fields' : `application/http; msgtype=${type}`;
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Date: 2025-06-24T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r
WARC-Target-URI: ${address}\r\nContent-Type: ${contentType}\r\n${more}Content-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

/** An answer of HTTP with a page. */
export function httpAnswer(body: string | Uint8Array, headers = ''): Uint8Array {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** As a crawler writes it: a record of itself, then request and answer of each page. */
export function warcRecords(samples: readonly Sample[] = SAMPLES): Uint8Array[] {
  return [
    warcRecord('warcinfo', 'info', 'software: test\r\n'),
    ...samples.flatMap((sample) => [
      warcRecord('request', sample.url, 'GET / HTTP/1.1\r\nHost: daily.example\r\n\r\n'),
      warcRecord('response', sample.url, httpAnswer(page(sample))),
    ]),
  ];
}

export function opml(feeds: readonly string[]): string {
  const outlines = feeds.map((feed) => `<outline type="rss" text="A feed" xmlUrl="${escapeXml(feed)}"/>`);
  return `<?xml version="1.0"?><opml version="2.0"><head><title>List</title></head><body>
<outline text="A heading">${outlines.join('\n')}</outline></body></opml>`;
}

/** A sample of every format, by its name. */
export const INPUTS: Readonly<Record<Format, () => Uint8Array>> = {
  articles: () => Buffer.from(jsonLines()),
  rss: () => Buffer.from(rss()),
  rdf: () => Buffer.from(rdf()),
  atom: () => Buffer.from(atom()),
  'json-feed': () => Buffer.from(jsonFeed()),
  opml: () => Buffer.from(opml(['a.xml', 'https://daily.example/feed?a=1&b=2'])),
  gkg: () => Buffer.from(gkg()),
  warc: () => Buffer.concat(warcRecords()),
};

/** Reads pages without a document: the tests of reading are elsewhere. */
export const plainPages: PageTools = {
  readPage(html, _charset, address) {
    const text = new TextDecoder().decode(html);
    const part = (name: string): string => new RegExp(`<${name}[^>]*>([^<]*)<`).exec(text)?.[1] ?? '';
    const about = { title: part('title'), site: null, byline: null, url: address, section: null, image: null };
    return {
      kind: 'article',
      ...about,
      text: part('p'),
      lang: 'en',
      publishedAt: null,
      paywalled: false,
      live: false,
      coarse: false,
    };
  },
  unpack: async (_encoding, body) => body,
};

/** Bytes in chunks of a size. */
export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All items of an input. */
export async function itemsOf(input: string | Uint8Array, size = 1000): Promise<InputItem[]> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const { items } = await openInput(inChunks(bytes, size), 'file', plainPages);
  const found: InputItem[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export function articlesIn(items: readonly InputItem[]): InputArticle[] {
  return items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
}

/** What is wrong, with where: `item 3: no title`. */
export function problemsIn(items: readonly InputItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'problem') return [];
    const { place, what } = item.problem;
    return [place === null ? what : `${place.unit} ${place.number}: ${what}`];
  });
}

/** What is read of a stream that breaks after this text, and what is thrown then. */
export async function readBroken(text: string): Promise<{ readonly items: InputItem[]; readonly error: unknown }> {
  async function* breaking() {
    yield Buffer.from(text);
    throw new Error('the disk is gone');
  }
  const items: InputItem[] = [];
  try {
    for await (const item of (await openInput(breaking(), 'x', plainPages)).items) items.push(item);
    return { items, error: null };
  } catch (error) {
    return { items, error };
  }
}
