import type { LdNode } from './json-ld';
import type { MetaTags } from './metadata';
import { weightedLength } from './text';

/** More text than this beside a barrier is not a teaser. */
const TEASER_LENGTH = 1500;

/** What barriers before a text are called. */
const BARRIER =
  '[data-paywall="true" i], [data-paywalled="true" i], [data-premium="true" i], [class~="paywall" i], [id="paywall" i], [class*="paywall-" i], [class*="regwall" i], [class*="subscriber-only" i]';

/**
 * Whether the page says that its text is not free to read. Its structured data is believed first, then its tags; a
 * barrier among the elements counts only where little text stands, for sites carry theirs along on free pages.
 */
export function isPaywalled(
  document: Document,
  meta: MetaTags,
  article: LdNode | null,
  paragraphs: readonly string[],
): boolean {
  const free = article?.get('isAccessibleForFree');
  if (free !== undefined && free !== null) return /^(?:false|no|0)$/i.test(String(free).replace(/^.*\//, ''));
  const tier = meta.first('article:content_tier', 'content_tier', 'cxenseparse:content_tier');
  if (tier !== null) return /^(?:locked|paid|premium)$/i.test(tier);
  return weightedLength(paragraphs.join('')) < TEASER_LENGTH && document.querySelector(BARRIER) !== null;
}
