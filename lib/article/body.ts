import { Readability } from '@mozilla/readability';
import { BEFORE_HEADLINE, type Block, readBlocks } from './blocks';

/**
 * Readability reads text again at every level above it, so its time grows with size times depth. Beyond these bounds
 * (no news page measured has a third of either) the page's plain blocks are taken instead.
 */
const MAX_ELEMENTS = 25_000;
const MAX_DEPTH = 250;

/** Below this many characters Readability tries again with its guards down; short news is shorter than its own 500. */
const ENOUGH_CHARACTERS = 250;

/** What was found to be the article's body. */
export interface Body {
  readonly blocks: readonly Block[];
  /** False where the page was too large or too deep for Readability, or broke it. */
  readonly judged: boolean;
}

/** The blocks of the article's body. Takes the clone apart: the caller has no further use of it. */
export function extractBody(clone: Document): Body {
  const root = clone.body;
  if (!root) return { blocks: [], judged: false };
  if (clone.getElementsByTagName('*').length > MAX_ELEMENTS || isDeeperThan(root, MAX_DEPTH)) {
    return { blocks: readBlocks(root), judged: false };
  }
  const plain = readBlocks(root);
  try {
    const parsed = new Readability<Node>(clone, {
      serializer: (node) => node,
      charThreshold: ENOUGH_CHARACTERS,
      disableJSONLD: true,
    }).parse();
    const content = parsed?.content;
    if (content && isElement(content)) return { blocks: readBlocks(content), judged: true };
    return { blocks: [], judged: true };
  } catch {
    return { blocks: plain, judged: false };
  }
}

/** Notes on every element that comes before the headline (and does not hold it) that it does. */
export function markBeforeHeadline(clone: Document, headline: Element): void {
  for (const element of clone.body?.getElementsByTagName('*') ?? []) {
    if (element === headline) return;
    if (!element.contains(headline)) element.setAttribute(BEFORE_HEADLINE, '');
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isDeeperThan(root: Element, limit: number): boolean {
  let depth = 0;
  let node: Element | null = root;
  while (node !== null) {
    const child: Element | null = node.firstElementChild;
    if (child !== null) {
      if (++depth > limit) return true;
      node = child;
      continue;
    }
    while (node !== null && node !== root && node.nextElementSibling === null) {
      node = node.parentElement;
      depth--;
    }
    node = node === null || node === root ? null : node.nextElementSibling;
  }
  return false;
}
