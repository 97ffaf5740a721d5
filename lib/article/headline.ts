import type { MetaTags } from './metadata';
import { textKey, tidy } from './text';
import { isElement } from './walk';

/** The page's own headline, and the element it stands in where there is one. */
export interface Headline {
  readonly title: string;
  readonly element: Element | null;
}

/** A run of spaces is tried from its beginning only: from each of its places it would be read to its end once more. */
const SEPARATOR = /(?<!\s)(?:\s+[|\-–—·•›»«:/]+\s+|\s*[｜|]\s*)|_(?=[^_]+$)/u;
/** Some outlets put the day behind their name. */
const DATE_ONLY = /^\p{Nd}{1,4}[-./]\p{Nd}{1,2}[-./]\p{Nd}{1,4}$/u;
const MAX_TITLE = 1000;

/** Likeness from which a heading is taken for the headline the page declares; lower for `h1`, which is meant for it. */
const SAME_H1 = 0.4;
const SAME_HEADING = 0.8;

/**
 * The article's headline without the outlet's name. A page states it in up to five places, and each may hold something
 * else: a teaser for sharing, a kicker before the headline, the logo, words for search engines. What most of them say
 * is the headline; where they all differ, what the page calls itself when it is shared.
 */
export function readHeadline(
  document: Document,
  meta: MetaTags,
  ldHeadline: string | null,
  site: string | null,
): Headline {
  const written = document.querySelector('head > title, title')?.textContent ?? '';
  const shared = meta.first('og:title');
  const tweeted = meta.first('twitter:title', 'dc.title', 'parsely-title');
  const raw = [shared, ldHeadline, written, tweeted].map((text) => withoutMarkup((text ?? '').slice(0, MAX_TITLE)));
  const shown = headings(document);
  const h1s = shown.filter(({ element }) => element.tagName === 'H1').map(({ text }) => text);
  const all = [...raw, ...h1s].filter((text) => text !== '');
  const siteKey = site === null ? '' : textKey(site);
  const says = (text: string) => text !== '' && textKey(text) !== siteKey;
  const [og = '', ld = '', ti = '', tw = ''] = raw.map((text) => withoutSite(text, all, site));
  const declared = [og, ld, ti, tw].filter(says);

  let best: { element: Element; text: string; agreement: number } | null = null;
  for (const { element, text } of shown) {
    const agreement = Math.max(0, ...declared.map((title) => likeness(text, title)));
    const needed = element.tagName === 'H1' ? SAME_H1 : SAME_HEADING;
    if (agreement >= needed && (best === null || agreement > best.agreement)) best = { element, text, agreement };
  }
  const candidates = [og, ld, best?.text ?? '', ti, tw].filter(says);
  const agreed = mostAgreed(candidates) ?? h1s.find(says) ?? raw.find((text) => text !== '') ?? '';
  const title = best !== null && typed(best.text) === typed(agreed) ? best.text : agreed;
  const first = declared.length === 0 ? shown.find(({ text }) => text === title)?.element : undefined;
  return { title, element: best?.element ?? first ?? null };
}

/** The text as a typewriter has it: what is declared in attributes often lost the quotes and dashes that the page shows. */
function typed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ');
}

/** The candidate that most others equal, the earlier of two with as many. One that holds a shorter one votes for that. */
function mostAgreed(candidates: readonly string[]): string | null {
  const keys = candidates.map(textKey);
  let best: string | null = null;
  let most = 0;
  for (const [index, candidate] of candidates.entries()) {
    const key = keys[index] ?? '';
    const votes = keys.filter(
      (other) => other === key || (other.includes(key) && key.length > other.length / 2),
    ).length;
    if (votes > most) [best, most] = [candidate, votes];
  }
  return best;
}

function headings(document: Document): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  for (const element of [...document.querySelectorAll('h1, [itemprop~="headline"], h2, h3')].slice(0, 60)) {
    const text = tidy((withoutReadings(element).textContent ?? '').slice(0, MAX_TITLE));
    // A heading of a lower level that links somewhere is a teaser.
    const teaser = element.tagName !== 'H1' && (element.closest('a') ?? element.querySelector('a')) !== null;
    if (text !== '' && !teaser) found.push({ element, text });
  }
  return found;
}

/** The heading without the readings that Japanese pages print above ideographs. */
function withoutReadings(heading: Element): Node {
  if (heading.querySelector('rt') === null) return heading;
  const copy = heading.cloneNode(true);
  if (isElement(copy)) for (const reading of [...copy.querySelectorAll('rt, rp')]) reading.remove();
  return copy;
}

/** Titles in attributes and JSON now and then carry tags or doubly escaped entities. */
function withoutMarkup(text: string): string {
  return tidy(
    text
      .replace(/<[^<>]{0,200}>/g, '')
      .replace(/&(?:amp;)?(?:quot|#0?34);/g, '"')
      .replace(/&(?:amp;)?(?:#0?39|apos|#8217|rsquo);/g, "'")
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
      DATE_ONLY.test(tail) ||
      (siteKey !== '' &&
        (tailKey === siteKey || tailKey.includes(siteKey) || (tailKey.length > 3 && siteKey.includes(tailKey))));
    const extra = others.some((other) => textKey(other) === textKey(head));
    if (!(names || extra)) break;
    rest = head;
  }
  return rest;
}

/** A title parted at its last separator; null where it has none, or nothing on one side of it. */
export function splitLast(title: string): [string, string] | null {
  let at: { start: number; end: number } | null = null;
  for (const match of title.matchAll(new RegExp(SEPARATOR, 'gu')))
    at = { start: match.index, end: match.index + match[0].length };
  if (at === null) return null;
  const head = title.slice(0, at.start).trim();
  const tail = title.slice(at.end).trim();
  return textKey(head) === '' || tail === '' ? null : [head, tail];
}
