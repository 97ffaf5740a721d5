import type { Block } from './blocks';
import { type LdNode, ldText } from './json-ld';
import type { MetaTags } from './metadata';
import { articlesBelow, RunningText } from './surroundings';
import { isProse, tidy } from './text';
import type { DateClue } from './types';

const MAX_CLUE = 120;
const MAX_LINES = 8;
const MAX_TIMES = 6;

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'article.published',
  'og:published_time',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'sailthru.date',
  'shareaholic:article_published_time',
  'iso-8601-publish-date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published',
  'pubdate',
  'article:publicationdate',
  'article_date_original',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'datecreated',
  'citation_publication_date',
  'article:created_time',
];
const MODIFIED_META = ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'];

/** The article that the headline stands in, and those below one that stands in none. */
interface Articles {
  readonly own: Element | null;
  readonly below: ReadonlySet<Element>;
}

/** Every place where the page may say when the article appeared, raw, the most trusted first. */
export function collectDateClues(
  document: Document,
  meta: MetaTags,
  article: LdNode | null,
  blocks: readonly Block[],
  headline: Element | null,
): DateClue[] {
  const clues: DateClue[] = [];
  const articles = { own: headline?.closest('article') ?? null, below: articlesBelow(blocks, headline) };
  const add = (clue: Omit<DateClue, 'text'>, text: string | null | undefined) => {
    const tidied = tidy(text ?? '');
    if (tidied !== '' && tidied.length <= MAX_CLUE) clues.push({ ...clue, text: tidied });
  };
  add({ source: 'json-ld' }, ldText(article?.get('datePublished')));
  add({ source: 'json-ld' }, ldText(article?.get('dateCreated')));
  for (const name of PUBLISHED_META) add({ source: 'meta' }, meta.first(name));
  for (const time of timesOf(document, headline, articles)) add({ source: 'time' }, time);
  for (const line of linesAfterHeadline(blocks, articles, clues.length > 0)) add({ source: 'text' }, line);
  for (const line of linesBeforeHeadline(blocks)) add({ source: 'text', beforeHeadline: true }, line);
  add({ source: 'json-ld', modified: true }, ldText(article?.get('dateModified')));
  for (const name of MODIFIED_META) add({ source: 'meta', modified: true }, meta.first(name));
  return clues;
}

/** `time` elements of the article itself: those of teasers stand in links, in side columns or in lists of other stories. */
function timesOf(document: Document, headline: Element | null, articles: Articles): string[] {
  const scope = headline?.closest('article, main') ?? document;
  const found: { text: string; marked: boolean }[] = [];
  for (const time of scope.querySelectorAll('time, [itemprop~="datePublished"]')) {
    if (found.length >= MAX_TIMES) break;
    if (time.closest('a, aside, nav, footer, li, figure') !== null || isOfOthers(time, articles)) continue;
    const published = /\bdatePublished\b/.test(time.getAttribute('itemprop') ?? '') || time.hasAttribute('pubdate');
    const text =
      time.getAttribute('datetime') || time.getAttribute('content') || (time.textContent ?? '').slice(0, 500);
    found.push({ text, marked: published });
  }
  return [...found.filter((t) => t.marked), ...found.filter((t) => !t.marked)].map((t) => t.text);
}

/** A year of an era, of two digits beside a month, or in Hebrew letters: the ways to write one without four digits. */
const SHORT_YEAR =
  /年\s?[\p{Nd}一二三四五六七八九十]{1,3}\s?月|תש[א-ת]?["'״׳]|\p{Nd}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,2}(?!\p{Nd})|\p{Nd}[\s-]?\p{L}[\p{L}\p{M}.]{1,12}[\s'’-]{1,2}\p{Nd}{2}(?!\p{Nd})/u;

/** Four digits of any script that may be a year, and another number; or a year that is written shorter. */
function mayHoldDate(text: string): boolean {
  if (text.length > MAX_CLUE) return false;
  return (/\p{Nd}{4}/u.test(text) && (text.match(/\p{Nd}+/gu)?.length ?? 0) >= 2) || SHORT_YEAR.test(text);
}

/** Where others write: below the article, and in the next one that the page loads. */
const COMMENTS = '[class*="comment" i], [id*="comment" i]';

/**
 * Short lines between the headline and the article's first paragraphs. Nothing deeper: a date in running text is what
 * the article tells of, not when it was published. A page that has dated itself by then may repeat its date further down.
 */
function linesAfterHeadline(blocks: readonly Block[], articles: Articles, dated: boolean): string[] {
  const lines: string[] = [];
  const begun = new RunningText();
  let long = 0;
  let seen = 0;
  for (const block of blocks) {
    const { text, linkShare, beforeHeadline, holder } = block;
    if (beforeHeadline) continue;
    if (++seen > 60 || lines.length >= MAX_LINES) break;
    if (isProse(text) && text.length > MAX_CLUE && ++long > 2) break;
    begun.add(block);
    if (begun.isArticle && !dated && lines.length === 0) break;
    if (linkShare < 0.5 && mayHoldDate(text) && !isOfOthers(holder.element, articles)) lines.push(text);
  }
  return lines;
}

/** Whether an element stands in another article than the headline's, or among comments. */
function isOfOthers(element: Element | null, { own, below }: Articles): boolean {
  const article = element?.closest('article') ?? null;
  const other = article !== null && (own === null ? below.has(article) : !own.contains(article));
  return other || (element?.closest(COMMENTS) ?? null) !== null;
}

/** Lines right above the headline; what is further up is the site's own header. */
function linesBeforeHeadline(blocks: readonly Block[]): string[] {
  const above = blocks.filter((block) => block.beforeHeadline).slice(-4);
  return above.filter((block) => block.linkShare < 0.5 && mayHoldDate(block.text)).map((block) => block.text);
}
