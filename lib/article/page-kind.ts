import type { Block } from './blocks';
import { isArticleNode, type LdNode } from './json-ld';
import type { MetaTags } from './metadata';
import {
  hasPassword,
  hasPlayer,
  hasType,
  isError,
  isForum,
  isGallery,
  isPdfView,
  isRoot,
  isSearch,
  isShop,
} from './page-signs';
import { isProse, weightedLength } from './text';
import type { PageKind } from './types';

/** What the kind of a page is judged by. */
export interface PageFacts {
  readonly document: Document;
  readonly meta: MetaTags;
  readonly nodes: readonly LdNode[];
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly title: string;
  /** All blocks of the page. */
  readonly page: readonly Block[];
  /** What is left as the article's text. */
  readonly paragraphs: readonly string[];
  /** Whether the page gives a date of its own. */
  readonly dated: boolean;
  /** Whether the page says that its text is not free to read. */
  readonly paywalled: boolean;
}

/** Text that makes an article whatever else the page says. */
const ARTICLE_LENGTH = 500;
/** Text that makes an article where the page calls itself one. */
const SHORT_ARTICLE_LENGTH = 120;
/** Text that makes an article where the page is built or dated like one. */
const LIKELY_ARTICLE_LENGTH = 250;

/** A page with less running text than this is only what its signs say. */
const HARDLY_ANY_TEXT = 600;

/** A paragraph longer than a teaser. */
const LONG_PARAGRAPH = 250;

/** A link as long as a headline. */
const TEASER_LENGTH = 25;

/** Paragraphs that follow each other without such a link between them, and are no article's by chance. */
const RUN_PARAGRAPHS = 4;

/** Tells what kind of page it is, from what is on it. */
export function judgeKind(facts: PageFacts): PageKind {
  const { meta, nodes, page, paragraphs } = facts;
  const pageLength = page.reduce((sum, block) => sum + block.text.length, 0);
  if (pageLength < 30 && paragraphs.length === 0) return isPdfView(facts.document) ? 'pdf' : 'empty';

  const length = weightedLength(paragraphs.filter(isProse).join(''));
  const ogType = (meta.first('og:type') ?? '').toLowerCase();
  const articleNode = nodes.some((node) => isArticleNode(node) && node.depth <= 2);
  const saysArticle = ogType.startsWith('article') || articleNode;
  if (!articleNode) {
    const other = saidOtherwise(facts, length);
    if (other !== null) return other;
  }
  const isVideo = ogType.startsWith('video') || (!articleNode && hasType(nodes, /^VideoObject$/));
  if (isVideo && length < ARTICLE_LENGTH) return 'video';

  const likeArticle = facts.dated || facts.document.querySelector('article, [itemprop~="articleBody"]') !== null;
  const enough = saysArticle ? SHORT_ARTICLE_LENGTH : likeArticle ? LIKELY_ARTICLE_LENGTH : ARTICLE_LENGTH;
  if (length < enough) return withoutText(facts, saysArticle);
  if ((!saysArticle || isRoot(facts.url)) && isFrontPage(facts)) return listKind(facts);
  return 'article';
}

/** What a page says of itself that no length of text outweighs, where it does not call itself an article as well. */
function saidOtherwise({ document, meta, nodes, title, url, page }: PageFacts, length: number): PageKind | null {
  const headings = page.filter((block) => block.heading).slice(0, 3);
  const texts = headings.map(({ text }) => text);
  if (length < LIKELY_ARTICLE_LENGTH && proseLength(page) < HARDLY_ANY_TEXT && isError(title, texts)) return 'error';
  if (isShop(document, meta, nodes)) return 'shop';
  if (isForum(meta, nodes)) return 'forum';
  return isSearch(url, nodes) && teasers(page) >= 3 && length < HARDLY_ANY_TEXT * 3 ? 'search' : null;
}

/** What a page with too little text for an article is instead. */
function withoutText(facts: PageFacts, saysArticle: boolean): PageKind {
  const { document, nodes, page, paywalled } = facts;
  if ((hasPassword(document) && proseLength(page) < HARDLY_ANY_TEXT) || (saysArticle && paywalled)) return 'login';
  if (!saysArticle && teasers(page) >= 5) return listKind(facts);
  if (isPdfView(document)) return 'pdf';
  if (isGallery(document, nodes)) return 'gallery';
  return hasPlayer(document) ? 'video' : 'other';
}

/** A page of teasers at the root of its site is its home, any other one of its sections. */
function listKind({ url, canonicalUrl }: PageFacts): PageKind {
  return isRoot(url) || isRoot(canonicalUrl) ? 'home' : 'section';
}

/** A page of teasers: at the root of its site, or with more linked headlines than paragraphs. */
function isFrontPage({ url, canonicalUrl, page, paragraphs, nodes }: PageFacts): boolean {
  const count = teasers(page);
  if (isRoot(url ?? canonicalUrl) || hasType(nodes, /^(?:CollectionPage|ItemList)$/)) return count >= 5;
  // Teasers are a sentence or two: three paragraphs of more are an article that many links surround.
  if (paragraphs.filter((text) => weightedLength(text) >= LONG_PARAGRAPH).length >= 3) return false;
  return count >= 10 && count > paragraphs.length && !hasRun(page);
}

/** Whether running text goes on from paragraph to paragraph: between those of teasers their links stand. */
function hasRun(page: readonly Block[]): boolean {
  let count = 0;
  let length = 0;
  for (const block of page) {
    if (block.linkShare > 0.8 && weightedLength(block.text) >= TEASER_LENGTH) [count, length] = [0, 0];
    if (block.aside || block.linkShare >= 0.3 || !isProse(block.text)) continue;
    count++;
    length += weightedLength(block.text);
    if (count >= RUN_PARAGRAPHS && length >= ARTICLE_LENGTH) return true;
  }
  return false;
}

/** Blocks that are one link with the length of a headline. */
function teasers(page: readonly Block[]): number {
  return page.filter((block) => block.linkShare > 0.8 && weightedLength(block.text) >= TEASER_LENGTH).length;
}

function proseLength(page: readonly Block[]): number {
  return page.reduce((sum, block) => sum + (block.linkShare < 0.3 && isProse(block.text) ? block.text.length : 0), 0);
}
