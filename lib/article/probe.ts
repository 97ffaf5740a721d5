/**
 * A quick look at whether a page may hold an article, for sites where reading is always on. Imports nothing, so that it
 * loads alone; the reader proper is loaded where it says yes. It says no only where reading would: a page that it lets
 * pass costs one reading, one that it turns away would never be read.
 */

const ARTICLE_LD =
  /"articleBody"\s*:|"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:[\w:/.]*Article|Report|LiveBlogPosting|BlogPosting|SocialMediaPosting|Review)"/;
const MAX_SCRIPTS = 40;

/** A site's front address, or that of one of its languages. */
const ROOT = /^https?:\/\/[^/]+\/?(?:[a-z]{2}\/?|index\.\w+)?(?:#.*)?$/i;
/** Links as long as a headline, from which a front address is a front page. */
const HEADLINE_LENGTH = 25;
const MANY_HEADLINES = 5;

/** Text enough for a short article, in paragraphs longer than a teaser's line. */
const ENOUGH_TEXT = 200;
const PARAGRAPH_LENGTH = 40;
const MAX_ELEMENTS = 12_000;
/**
 * What running text does not stand in. It may stand in anything else: on old pages and bare ones in the body itself, in others in
 * elements of the site's own, or in a navigation that was not closed.
 */
const NO_TEXT =
  'footer, button, select, textarea, figcaption, script, style, title, noscript, template, svg, math, iframe, object';
/** Nor in these, unless one holds more than a teaser, or there are so few that one was not closed or holds the whole article. */
const LINES = 'a, h1, h2, h3, h4, h5, h6';
const IS_LINE = /^(?:A|H[1-6])$/;
const TEASER_LENGTH = 400;
const FEW_LINES = 3;

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const TEXT_NODE = 3;

/** Whether a page is worth reading. Looks only; a few milliseconds on the largest news page. */
export function mayBeArticle(document: Document, url: string): boolean {
  if (document.body === null) return false;
  if (ROOT.test(url) && hasManyHeadlines(document)) return false;
  return saysArticle(document) || hasText(document);
}

function hasManyHeadlines(document: Document): boolean {
  let count = 0;
  for (const link of document.querySelectorAll('a[href]')) {
    if (lengthOf(link.textContent ?? '') >= HEADLINE_LENGTH && ++count >= MANY_HEADLINES) return true;
  }
  return false;
}

/** What the page says of itself. */
function saysArticle(document: Document): boolean {
  const types = document.querySelectorAll('meta[property="og:type" i], meta[name="og:type" i]');
  for (const meta of types) if (/^\s*article/i.test(meta.getAttribute('content') ?? '')) return true;
  if (document.querySelector('[itemprop~="articleBody"], [itemtype*="Article" i], [itemtype*="BlogPosting" i]'))
    return true;
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    if (ARTICLE_LD.test(script.textContent ?? '')) return true;
    if (++scripts >= MAX_SCRIPTS) break;
  }
  return false;
}

/** Whether there is running text, whatever the elements are called: what stands in links and around the page apart. */
function hasText(document: Document): boolean {
  let sum = 0;
  let seen = 0;
  const lines = new Set<Element>();
  let inLines = 0;
  for (const element of document.querySelectorAll('body, body *')) {
    if (++seen > MAX_ELEMENTS) return true;
    const text = ownText(element);
    // Whatever the script: an ideograph counts as three letters.
    if (text.length * 3 < PARAGRAPH_LENGTH) continue;
    // On a front page most are links and headlines: when there are many, nothing more is asked of them.
    if (lines.size > FEW_LINES && text.length * 3 <= TEASER_LENGTH && IS_LINE.test(element.tagName)) continue;
    const length = lengthOf(text);
    if (length < PARAGRAPH_LENGTH) continue;
    if (element.closest(NO_TEXT) !== null) continue;
    const line = element.closest(LINES);
    if (line !== null && lengthOf(line.textContent ?? '') <= TEASER_LENGTH) {
      lines.add(line);
      inLines += length;
      continue;
    }
    sum += length;
    if (sum >= ENOUGH_TEXT) return true;
  }
  return lines.size <= FEW_LINES && sum + inLines >= ENOUGH_TEXT;
}

/** The text of a paragraph with its links and emphasis, and of a box only what stands in it directly. */
function ownText(element: Element): string {
  if (element.tagName === 'P') return element.textContent ?? '';
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === TEXT_NODE) text += node.nodeValue ?? '';
  return text;
}

/** Length in letters of an alphabet: an ideograph says about as much as three. */
function lengthOf(text: string): number {
  const plain = text.slice(0, 2000).replace(/\s+/g, ' ').trim();
  return plain.length + 2 * (plain.match(WIDE)?.length ?? 0);
}
