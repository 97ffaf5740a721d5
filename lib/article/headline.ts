import type { MetaTags } from './metadata';
import { textKey, tidy } from './text';

/** The page's own headline, and the element it stands in where there is one. */
export interface Headline {
  readonly title: string;
  readonly element: Element | null;
}

const SEPARATOR = /\s+[|\-–—·•›»«:/]+\s+|\s*[｜|]\s*|\s+::\s+|_(?=[^_]+$)/u;
const MAX_TITLE = 1000;

/**
 * The article's headline without the outlet's name. An `h1` that agrees with what the page says about itself wins, for
 * it is what the reader sees; a page whose `h1` is its logo or its section is told by its metadata.
 */
export function readHeadline(
  document: Document,
  meta: MetaTags,
  ldHeadline: string | null,
  site: string | null,
): Headline {
  const written = tidy(document.querySelector('head > title, title')?.textContent ?? '');
  const declared = [
    ldHeadline,
    meta.first('og:title'),
    meta.first('twitter:title', 'title', 'dc.title', 'parsely-title'),
    written,
  ]
    .map((text) => (text === null ? '' : withoutMarkup(text).slice(0, MAX_TITLE)))
    .filter((text) => text !== '');
  const shown = headings(document);

  let best: { element: Element; text: string; agreement: number } | null = null;
  for (const { element, text } of shown) {
    const agreement = Math.max(0, ...declared.map((other) => likeness(text, other)));
    if (best === null || agreement > best.agreement) best = { element, text, agreement };
  }
  if (best !== null && best.agreement >= 0.5)
    return { title: withoutSite(best.text, declared, site), element: best.element };

  const first = declared[0];
  if (first !== undefined)
    return {
      title: withoutSite(first, [...declared, ...shown.map((h) => h.text)], site),
      element: best?.element ?? null,
    };
  return { title: best?.text ?? '', element: best?.element ?? null };
}

function headings(document: Document): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  for (const element of [...document.querySelectorAll('h1, [itemprop~="headline"]')].slice(0, 30)) {
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
