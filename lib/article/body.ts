import { Readability } from '@mozilla/readability';
import { type Block, blockSteps, readBlocks } from './blocks';
import { withoutOutside } from './container';
import { withMissed } from './missed';
import { largestText } from './plain-text';
import type { Steps } from './steps';
import { weightedLength } from './text';
import type { Tracer } from './trace';
import { exceedsWork, isElement } from './walk';

/** Below this many characters Readability tries again with its guards down; short news is shorter than its own 500. */
const ENOUGH_CHARACTERS = 250;

/**
 * Readability reads text again at every level above it. Beyond so many letters times levels it is not called: three
 * times the most of 93 news pages, and half a second.
 */
const MAX_WORK = 6_000_000;

/** What was read of a page's text. */
export interface Body {
  readonly blocks: readonly Block[];
  /** Readability was not called: the page is too large. */
  readonly coarse: boolean;
}

/**
 * The blocks of the article's body. Takes the clone apart: the caller has no further use of it. Where Readability finds
 * nearly nothing on a page that calls itself an article, and where the page breaks it, the page's largest text serves.
 */
export function* extractBody(clone: Document, saysArticle: boolean, tracer: Tracer): Steps<Body> {
  const plain = yield* blockSteps(clone.body);
  const coarse = exceedsWork(clone.body, MAX_WORK);
  yield;
  const found = coarse ? null : parse(clone);
  yield;
  if (found !== null && (!saysArticle || lengthOf(found) >= ENOUGH_CHARACTERS)) {
    return { blocks: withMissed(withoutOutside(found, plain, tracer), plain, tracer), coarse };
  }
  const text = largestText(plain);
  if (found !== null && lengthOf(text) <= lengthOf(found)) return { blocks: found, coarse };
  for (const block of text) tracer.added('largest-text', block.text);
  return { blocks: text, coarse };
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
