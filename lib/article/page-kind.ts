import type { Block } from './blocks';
import { isArticleNode, type LdNode } from './json-ld';
import type { MetaTags } from './metadata';
import { isProse, weightedLength } from './text';
import type { PageKind } from './types';

/** What the kind of a page is judged by. */
export interface PageFacts {
  readonly document: Document;
  readonly meta: MetaTags;
  readonly nodes: readonly LdNode[];
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  /** All blocks of the page. */
  readonly page: readonly Block[];
  /** What is left as the article's text. */
  readonly paragraphs: readonly string[];
  /** Whether the page gives a date of its own. */
  readonly dated: boolean;
}

/** Text that makes an article whatever else the page says. */
const ARTICLE_LENGTH = 500;
/** Text that makes an article where the page calls itself one. */
const SHORT_ARTICLE_LENGTH = 120;
/** Text that makes an article where the page is built or dated like one. */
const LIKELY_ARTICLE_LENGTH = 250;

/** A paragraph longer than a teaser. */
const LONG_PARAGRAPH = 250;

/** Tells what kind of page it is, from what is on it. */
export function judgeKind(facts: PageFacts): PageKind {
  const { meta, nodes, page, paragraphs } = facts;
  const pageLength = page.reduce((sum, block) => sum + block.text.length, 0);
  if (pageLength < 30 && paragraphs.length === 0) return 'empty';

  const length = weightedLength(paragraphs.filter(isProse).join(''));
  const ogType = (meta.first('og:type') ?? '').toLowerCase();
  const articleNode = nodes.some((node) => isArticleNode(node) && node.depth <= 2);
  const saysArticle = ogType.startsWith('article') || articleNode;
  const isVideo =
    ogType.startsWith('video') || (!articleNode && nodes.some((n) => n.depth <= 1 && n.types.includes('VideoObject')));

  if (isVideo && length < ARTICLE_LENGTH) return 'video';
  const likeArticle = facts.dated || facts.document.querySelector('article, [itemprop~="articleBody"]') !== null;
  const enough = saysArticle ? SHORT_ARTICLE_LENGTH : likeArticle ? LIKELY_ARTICLE_LENGTH : ARTICLE_LENGTH;
  if (length < enough) {
    if (hasPassword(facts.document) && proseLength(page) < 600) return 'login';
    if (!saysArticle && teasers(page) >= 5) return 'home';
    if (hasPlayer(facts.document)) return 'video';
    return 'other';
  }
  if ((!saysArticle || isRoot(facts.url)) && isFrontPage(facts)) return 'home';
  return 'article';
}

/** A page of teasers: at the root of its site, or with more linked headlines than paragraphs. */
function isFrontPage({ url, canonicalUrl, page, paragraphs, nodes }: PageFacts): boolean {
  const count = teasers(page);
  const collection = nodes.some(
    (node) => node.depth <= 1 && node.types.some((t) => /^(?:CollectionPage|ItemList)$/.test(t)),
  );
  if (isRoot(url ?? canonicalUrl) || collection) return count >= 5;
  // Teasers are a sentence or two: three paragraphs of more are an article that many links surround.
  if (paragraphs.filter((text) => weightedLength(text) >= LONG_PARAGRAPH).length >= 3) return false;
  return count >= 10 && count > paragraphs.length;
}

/** The address of a site as a whole, or of one of its languages. */
function isRoot(url: string | null): boolean {
  return url !== null && /^https?:\/\/[^/]+\/?(?:[a-z]{2}\/?|index\.\w+)?(?:#.*)?$/i.test(url);
}

/** Blocks that are one link with the length of a headline. */
function teasers(page: readonly Block[]): number {
  return page.filter((block) => block.linkShare > 0.8 && weightedLength(block.text) >= 25).length;
}

function proseLength(page: readonly Block[]): number {
  return page.reduce((sum, block) => sum + (block.linkShare < 0.3 && isProse(block.text) ? block.text.length : 0), 0);
}

function hasPassword(document: Document): boolean {
  return document.querySelector('input[type="password" i]') !== null;
}

function hasPlayer(document: Document): boolean {
  return (
    document.querySelector('video, iframe[src*="youtube" i], iframe[src*="/embed/" i], iframe[src*="player" i]') !==
    null
  );
}
