import { type Block, readBlocks } from './blocks';
import { extractBody, markSurroundings, revealHeadline } from './body';
import { cleanBlocks } from './boilerplate';
import { collectDateClues } from './date-clues';
import { readHeadline } from './headline';
import { ldText, mainArticle, readJsonLd } from './json-ld';
import { descriptionsOf, withLead } from './lead';
import { byline, canonicalAddress, declaredLanguage, MetaTags, siteName, webAddress } from './metadata';
import { judgeKind } from './page-kind';
import { removeParts } from './page-parts';
import { Tracer } from './trace';
import { isProse, weightedLength } from './text';
import type { PageReading } from './types';
import { exceeds } from './walk';

/**
 * Readability reads text again at every level above it, so its time grows with size times depth. Beyond these bounds
 * (no news page measured has half of either) the page is read as it stands: its plain blocks, without a copy.
 */
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 200;

/** A date's line says little beside the date; a longer one is a sentence of the text that has a date in it. */
const STAMP_LENGTH = 120;

/**
 * Reads a page: what kind it is, and of an article its headline, paragraphs and what it says about itself. Works on a
 * copy, the page itself is never changed. `url` is the address it was opened at, by default the document's own.
 */
export function readPage(
  page: Document,
  url: string = page.URL,
  { trace = false }: { readonly trace?: boolean } = {},
): PageReading {
  const whole =
    page.body !== null && page.documentElement !== null && !exceeds(page.documentElement, MAX_ELEMENTS, MAX_DEPTH);
  const tracer = new Tracer(trace);
  const document = whole ? copyOf(page) : page;
  const address = webAddress(url, null);
  const meta = new MetaTags(document);
  const nodes = readJsonLd(document);
  const article = mainArticle(nodes);
  const site = siteName(meta, article, nodes);
  const { title, element } = readHeadline(document, meta, ldText(article?.get('headline')), site);
  const blocks = document.body ? readBlocks(document.body, element) : [];
  const about = {
    title,
    url: address,
    canonicalUrl: canonicalAddress(document, meta, address),
    site,
    byline: byline(meta, article, document),
    declaredLang: declaredLanguage(document, meta, article),
    dates: collectDateClues(document, meta, article, blocks, element),
  };
  if (whole && element !== null) {
    revealHeadline(element);
    markSurroundings(document, element);
  }
  if (whole) removeParts(document, element, tracer);
  const stamps = new Set(about.dates.filter((clue) => clue.source === 'text').map((clue) => clue.text));
  const isStamp = ({ text }: Block) => stamps.has(text) && !(isProse(text) && weightedLength(text) > STAMP_LENGTH);
  const extracted = (whole ? extractBody(document, tracer) : blocks).filter((block) => !isStamp(block));
  const descriptions = descriptionsOf(meta, ldText(article?.get('description')));
  const body = withLead(extracted, element === null ? [] : blocks, descriptions, tracer);
  const paragraphs = cleanBlocks(body, title);
  const kind = judgeKind({
    document: page,
    meta,
    nodes,
    url: address,
    canonicalUrl: about.canonicalUrl,
    page: blocks,
    paragraphs,
    dated: about.dates.length > 0,
  });
  return { kind, ...about, paragraphs: kind === 'article' ? paragraphs : [], ...tracer.result() };
}

function copyOf(document: Document): Document {
  // The copy of a document is one; the type of the method knows only that it is a node.
  return document.cloneNode(true) as Document;
}
