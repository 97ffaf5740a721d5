import { readBlocks } from './blocks';
import { extractBody, markBeforeHeadline } from './body';
import { cleanBlocks } from './boilerplate';
import { collectDateClues } from './date-clues';
import { readHeadline } from './headline';
import { ldText, mainArticle, readJsonLd } from './json-ld';
import { byline, canonicalAddress, declaredLanguage, MetaTags, siteName, webAddress } from './metadata';
import { judgeKind } from './page-kind';
import type { PageReading } from './types';

/**
 * Reads a page: what kind it is, and of an article its headline, paragraphs and what it says about itself. Works on a
 * copy, the page itself is never changed. `url` is the address it was opened at, by default the document's own.
 */
export function readPage(document: Document, url: string = document.URL): PageReading {
  const clone = document.cloneNode(true) as Document;
  const address = webAddress(url, null);
  const meta = new MetaTags(clone);
  const nodes = readJsonLd(clone);
  const article = mainArticle(nodes);
  const site = siteName(meta, article, nodes);
  const { title, element } = readHeadline(clone, meta, ldText(article?.get('headline')), site);
  if (element !== null) markBeforeHeadline(clone, element);

  const page = clone.body ? readBlocks(clone.body) : [];
  const about = {
    title,
    url: address,
    canonicalUrl: canonicalAddress(clone, meta, address),
    site,
    byline: byline(meta, article, clone),
    declaredLang: declaredLanguage(clone, meta, article),
    dates: collectDateClues(clone, meta, article, page, element),
  };
  const paragraphs = cleanBlocks(extractBody(clone).blocks, title);
  const kind = judgeKind({ document, meta, nodes, url: address, page, paragraphs, title });
  return { kind, ...about, paragraphs: kind === 'article' ? paragraphs : [] };
}
