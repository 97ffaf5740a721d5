/** Pages and files of an attacker, with the payloads in every field that Sidelight reads. */
import { readFileSync } from 'node:fs';
import { completeReading } from '../lib/article/complete-reading';
import { parseReading } from '../lib/article/parse-reading';
import { readPage } from '../lib/article/read-page';
import { parseDocument } from '../lib/cli/dom';
import { createFingerprinter } from '../lib/fingerprint/fingerprint';
import { encodeIndex } from '../lib/index/encode';
import { decodeLexicon } from '../lib/lexicon/format';
import type { Report } from '../lib/match/types';
import { ROOT } from './harness';

const SAMPLE = readFileSync(new URL('pages/sample-hi.html', import.meta.url), 'utf8');
const PARAGRAPHS = Array.from(SAMPLE.matchAll(/^ *<p>.+<\/p>$/gm), ([line]) => line).join('\n');
const PUBLISHED = '2025-06-23T12:00:00+05:30';

/** As much as a title holds. */
const TITLE_LENGTH = 900;

/** Texts put together to as few as hold them all, none longer than a title. */
export function inTitles(texts: readonly string[], length = TITLE_LENGTH): string[] {
  const titles: string[] = [];
  for (const text of texts) {
    const last = titles.at(-1);
    if (last !== undefined && last.length + text.length < length) titles[titles.length - 1] = `${last} ${text}`;
    else titles.push(text);
  }
  return titles;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A real article whose page names itself, its site and its author by payloads, in every place where a page does that. */
export function hostilePage(title: string, other: string): string {
  const [said, also] = [escaped(title), escaped(other)];
  const ld = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: PUBLISHED,
    inLanguage: other,
    articleSection: other,
    author: [{ '@type': 'Person', name: other }, other],
    publisher: { '@type': 'Organization', name: other },
    image: { url: other },
    url: other,
    ['__proto__']: { sidelightRan: 1 },
    constructor: { prototype: { sidelightRan: 1 } },
  };
  return `<!doctype html><html lang="${also}"><head><meta charset="utf-8"><title>${said}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${said}">
<meta name="twitter:title" content="${said}"><meta property="og:site_name" content="${also}">
<meta name="author" content="${also}"><meta property="article:section" content="${also}">
<meta property="og:image" content="${also}"><meta property="og:locale" content="${also}">
<link rel="canonical" href="${also}"><meta property="og:url" content="${also}">
<script type="application/ld+json">${inScript(ld)}</script></head>
<body><main><article><h1>${said}</h1><p class="byline" rel="author">${also}</p><time datetime="${also}">${also}</time>
${PARAGRAPHS}</article></main></body></html>`;
}

/** An index of one event, told in payloads, that the sample article is found for. */
export function hostileIndex(reports: readonly Report[], titles: Readonly<Record<string, string>>): Uint8Array {
  const article = completeReading(parseReading(readPage(parseDocument(SAMPLE), 'https://a.example/')));
  const lexicon = decodeLexicon(readFileSync(`${ROOT}public/lexicon.bin`));
  const { terms } = createFingerprinter(lexicon).fingerprint(article);
  const document = {
    id: '2025-06-23-hostile',
    kind: 'story' as const,
    lang: 'mul',
    date: '2025-06-23',
    titles,
    url: null,
    site: null,
    coverage: reports,
    follows: [],
  };
  return encodeIndex([{ document, terms }]);
}
