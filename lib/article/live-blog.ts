import type { Block } from './blocks';
import type { LdNode } from './json-ld';
import { hasType } from './page-signs';
import { textKey } from './text';

/** What systems call a live blog, in addresses and in class names. */
const LIVE_NAME = /live-?_?(?:blog|ticker|events?|feed|updates?|coverage)/i;
const LIVE_PATH = /\/live(?:[/?#-]|$)/i;
const TIME_OF_DAY = /\p{Nd}{1,2}[:.]\p{Nd}{2}(?!\p{Nd})/u;
const MIN_ENTRIES = 3;
const ENTRY_LINE = 60;

/** Boxes of that name that are looked into: each holds the text of those inside it. */
const MAX_BOXES = 20;

/** Letters that tell one paragraph from another. */
const START = 60;

/** What tells whether an article is a live blog. */
export interface LiveFacts {
  readonly document: Document;
  readonly nodes: readonly LdNode[];
  readonly url: string | null;
  /** All blocks of the page. */
  readonly page: readonly Block[];
  readonly paragraphs: readonly string[];
}

/** Whether an article is a live blog: its structured data says so, or it is named so and made of entries with times. */
export function isLiveBlog({ document, nodes, url, page, paragraphs }: LiveFacts): boolean {
  if (hasType(nodes, /^LiveBlogPosting$/)) return true;
  const times = page.filter((block) => block.text.length <= ENTRY_LINE && TIME_OF_DAY.test(block.text));
  if (times.length < MIN_ENTRIES) return false;
  return LIVE_NAME.test(url ?? '') || LIVE_PATH.test(url ?? '') || standsInLiveBox(document, paragraphs);
}

/** Whether half of the paragraphs stand in a box that is named for a live blog: a ticker beside an article is none. */
function standsInLiveBox(document: Document, paragraphs: readonly string[]): boolean {
  let boxes = 0;
  for (const element of document.querySelectorAll('body [class*="live" i]')) {
    if (!LIVE_NAME.test(element.getAttribute('class') ?? '')) continue;
    if (++boxes > MAX_BOXES) break;
    const text = textKey(element.textContent ?? '');
    const inside = paragraphs.filter((paragraph) => text.includes(textKey(paragraph).slice(0, START)));
    if (inside.length * 2 >= paragraphs.length) return true;
  }
  return false;
}
