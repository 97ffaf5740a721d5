import type { MetaTags } from './metadata';
import { textKey, tidy } from './text';

/** The page's own headline, and the element it stands in where there is one. */
export interface Headline {
  readonly title: string;
  readonly element: Element | null;
}

const SEPARATOR = /\s+[|\-–—·•›»«:/]+\s+|\s*[｜|]\s*|\s+::\s+|_(?=[^_]+$)/u;
const MAX_TITLE = 1000;

/** Likeness from which a heading is taken for the headline the page declares; lower for `h1`, which is meant for it. */
const SAME_H1 = 0.4;
const SAME_HEADING = 0.8;

/**
 * The article's headline without the outlet's name. What the page calls itself when it is shared (`og:title`) comes
 * first: an `h1` often has a kicker before the headline, or is the logo. Where nothing is declared, the `h1` it is.
 */
export function readHeadline(
  document: Document,
  meta: MetaTags,
  ldHeadline: string | null,
  site: string | null,
): Headline {
  const written = tidy(document.querySelector('head > title, title')?.textContent ?? '');
  const declared = [
    meta.first('og:title'),
    ldHeadline,
    meta.first('twitter:title', 'dc.title', 'parsely-title'),
    written,
  ]
    .map((text) => withoutMarkup((text ?? '').slice(0, MAX_TITLE)))
    .filter((text) => text !== '');
  const shown = headings(document);
  const all = [...declared, ...shown.map(({ text }) => text)];
  const siteKey = site === null ? '' : textKey(site);
  const titles = declared.map((text) => withoutSite(text, all, site)).filter((text) => textKey(text) !== siteKey);

  let best: { element: Element; text: string; agreement: number } | null = null;
  for (const { element, text } of shown) {
    const agreement = Math.max(0, ...titles.map((title) => likeness(text, title)));
    const needed = element.tagName === 'H1' ? SAME_H1 : SAME_HEADING;
    if (agreement >= needed && (best === null || agreement > best.agreement)) best = { element, text, agreement };
  }
  const h1 = shown.find(({ element, text }) => element.tagName === 'H1' && textKey(text) !== siteKey);
  // A title that no other place of the page has any likeness to is a slogan or the outlet's own name.
  const title = titles.find(
    (one) => titles.length === 1 || all.filter((other) => likeness(one, other) >= 0.3).length > 1,
  );
  return {
    title: title ?? titles[0] ?? h1?.text ?? written,
    element: best?.element ?? (titles.length === 0 ? (h1?.element ?? null) : null),
  };
}

function headings(document: Document): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  for (const element of [...document.querySelectorAll('h1, [itemprop~="headline"], h2, h3')].slice(0, 60)) {
    const text = tidy((element.textContent ?? '').slice(0, MAX_TITLE));
    if (text !== '') found.push({ element, text });
  }
  return found;
}

/** Titles in attributes and JSON now and then carry tags or doubly escaped entities. */
function withoutMarkup(text: string): string {
  return tidy(
    text
      .replace(/<[^<>]{0,200}>/g, '')
      .replace(/&(?:amp;)?(?:quot|#0?34);/g, '"')
      .replace(/&(?:amp;)?(?:#0?39|apos|#8217|rsquo);/g, '’')
      .replace(/&(?:amp;)?#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
      .replace(/&nbsp;/g, ' ')
      .replace(/&amp;/g, '&'),
  );
}

/** 0 to 1: how much of the shorter text is in the longer, by pairs of neighbouring letters. */
export function likeness(a: string, b: string): number {
  const x = pairs(textKey(a));
  const y = pairs(textKey(b));
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  // A one-word heading ("News") is in most titles somewhere: what it covers of the longer one counts as well.
  return (shared / small.size) * Math.min(1, 0.4 + small.size / Math.max(1, large.size));
}

function pairs(key: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 2 <= key.length; i++) found.add(key.slice(i, i + 2));
  return found;
}

/** Takes trailing (or leading) parts off a title that name the outlet or that the other titles do not have. */
export function withoutSite(title: string, others: readonly string[], site: string | null): string {
  const siteKey = site === null ? '' : textKey(site);
  let rest = title;
  for (let round = 0; round < 3; round++) {
    const parts = splitLast(rest);
    if (parts === null) break;
    const [head, tail] = parts;
    const tailKey = textKey(tail);
    const names =
      siteKey !== '' &&
      (tailKey === siteKey || tailKey.includes(siteKey) || (tailKey.length > 3 && siteKey.includes(tailKey)));
    const extra = others.some((other) => textKey(other) === textKey(head));
    if (!(names || extra)) break;
    rest = head;
  }
  return rest;
}

function splitLast(title: string): [string, string] | null {
  let at: { start: number; end: number } | null = null;
  for (const match of title.matchAll(new RegExp(SEPARATOR, 'gu')))
    at = { start: match.index, end: match.index + match[0].length };
  if (at === null) return null;
  const head = title.slice(0, at.start).trim();
  const tail = title.slice(at.end).trim();
  return textKey(head) === '' || tail === '' ? null : [head, tail];
}
