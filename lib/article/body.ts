import { Readability } from '@mozilla/readability';
import { type Block, readBlocks } from './blocks';
import { withoutOutside } from './container';
import { withMissed } from './missed';
import { largestText } from './plain-text';
import { weightedLength } from './text';
import type { Tracer } from './trace';
import { isElement } from './walk';

/** Below this many characters Readability tries again with its guards down; short news is shorter than its own 500. */
const ENOUGH_CHARACTERS = 250;

/**
 * The blocks of the article's body. Takes the clone apart: the caller has no further use of it. Where Readability finds
 * nearly nothing on a page that calls itself an article, and where the page breaks it, the page's largest text serves.
 */
export function extractBody(clone: Document, saysArticle: boolean, tracer: Tracer): readonly Block[] {
  const plain = readBlocks(clone.body);
  const found = parse(clone);
  if (found !== null && (!saysArticle || lengthOf(found) >= ENOUGH_CHARACTERS)) {
    return withMissed(withoutOutside(found, plain, tracer), plain, tracer);
  }
  const text = largestText(plain);
  if (found !== null && lengthOf(text) <= lengthOf(found)) return found;
  for (const block of text) tracer.added('largest-text', block.text);
  return text;
}

/** What Readability takes for the article; null where the page breaks it. */
function parse(clone: Document): readonly Block[] | null {
  try {
    const parsed = new Readability<Node>(clone, {
      serializer: (node) => node,
      charThreshold: ENOUGH_CHARACTERS,
      disableJSONLD: true,
    }).parse();
    const content = parsed?.content;
    return content && isElement(content) ? readBlocks(content) : [];
  } catch {
    return null;
  }
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + weightedLength(block.text), 0);
}
