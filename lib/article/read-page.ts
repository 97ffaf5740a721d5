import { isPaywalled } from './access';
import { textSteps } from './article-text';
import { type Block, blockSteps, readBlocks } from './blocks';
import { copySteps } from './copy-page';
import { collectDateClues } from './date-clues';
import { readHeadline } from './headline';
import { ldText, mainArticle, readJsonLd } from './json-ld';
import { isLiveBlog } from './live-blog';
import {
  byline,
  canonicalAddress,
  declaredLanguage,
  imageAddress,
  MetaTags,
  sectionName,
  siteName,
  webAddress,
} from './metadata';
import { judgeKind } from './page-kind';
import { type Steps, takeAll } from './steps';
import { Tracer } from './trace';
import type { PageReading } from './types';
import { exceeds } from './walk';

/**
 * Beyond these bounds (no news page measured has half of either) the page is not copied, for a copy costs as much as the
 * page: its largest text is read where it stands.
 */
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 200;

export interface ReadOptions {
  /** Whether to note what was taken out of the text or put in. */
  readonly trace?: boolean;
}

/**
 * Reads a page: what kind it is, and of an article its headline, paragraphs and what it says about itself. Works on a
 * copy, the page itself is never changed. `url` is the address it was opened at, by default the document's own.
 */
export function readPage(page: Document, url: string = page.URL, options: ReadOptions = {}): PageReading {
  return takeAll(readingSteps(page, url, options));
}

/**
 * The same, step by step: whoever takes the steps may let the page breathe between them. What the page does meanwhile
 * changes nothing, since a copy is read.
 */
export function* readingSteps(
  page: Document,
  url: string = page.URL,
  { trace = false }: ReadOptions = {},
): Steps<PageReading> {
  const tracer = new Tracer(trace);
  const clone = canBeCopied(page) ? yield* copySteps(page) : null;
  const document = clone ?? page;
  yield;
  const address = webAddress(url, null);
  const meta = new MetaTags(document);
  const nodes = readJsonLd(document);
  yield;
  const article = mainArticle(nodes);
  const site = siteName(meta, article, nodes);
  const { title, element: headline } = readHeadline(document, meta, ldText(article?.get('headline')), site);
  yield;
  // The page itself may change between steps: where there is no copy it is read in one.
  const blocks = clone === null ? readWhole(page, headline) : yield* blockSteps(clone.body, headline);
  yield;
  const dates = collectDateClues(document, meta, article, blocks, headline);
  const canonicalUrl = canonicalAddress(document, meta, address);
  const about = {
    title,
    url: address,
    canonicalUrl,
    site,
    section: sectionName(meta, article),
    image: imageAddress(meta, article, address),
    byline: byline(meta, article, document),
    declaredLang: declaredLanguage(document, meta, article),
    dates,
  };
  const stamps = new Set(dates.filter((clue) => clue.source === 'text').map((clue) => clue.text));
  yield;
  const { paragraphs, coarse } = yield* textSteps(
    { page, clone, meta, article, title, headline, blocks, stamps },
    tracer,
  );
  yield;
  const paywalled = isPaywalled(page, meta, article, paragraphs);
  const dated = dates.length > 0;
  const kind = judgeKind({
    document: page,
    meta,
    nodes,
    url: address,
    canonicalUrl,
    title,
    page: blocks,
    paragraphs,
    dated,
    paywalled,
  });
  return {
    kind,
    ...about,
    paywalled,
    live: kind === 'article' && isLiveBlog({ document: page, nodes, url: address, page: blocks, paragraphs }),
    coarse,
    paragraphs: kind === 'article' ? paragraphs : [],
    ...tracer.result(),
  };
}

function readWhole({ body }: Document, headline: Element | null): readonly Block[] {
  return body === null ? [] : readBlocks(body, headline);
}

function canBeCopied(page: Document): boolean {
  return page.body !== null && page.documentElement !== null && !exceeds(page.documentElement, MAX_ELEMENTS, MAX_DEPTH);
}
