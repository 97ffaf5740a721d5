import { Readability } from '@mozilla/readability';
import { BEFORE_HEADLINE, type Block, readBlocks } from './blocks';
import { elementsOf } from './walk';

/** Below this many characters Readability tries again with its guards down; short news is shorter than its own 500. */
const ENOUGH_CHARACTERS = 250;

/**
 * The blocks of the article's body. Takes the clone apart: the caller has no further use of it. What breaks Readability
 * gives all the page's blocks.
 */
export function extractBody(clone: Document): readonly Block[] {
  const plain = readBlocks(clone.body);
  try {
    const parsed = new Readability<Node>(clone, {
      serializer: (node) => node,
      charThreshold: ENOUGH_CHARACTERS,
      disableJSONLD: true,
    }).parse();
    const content = parsed?.content;
    return content && isElement(content) ? readBlocks(content) : [];
  } catch {
    return plain;
  }
}

/** Notes on every element that comes before the headline (and does not hold it) that it does. */
export function markBeforeHeadline(clone: Document, headline: Element): void {
  const holders = new Set<Element>();
  for (let element: Element | null = headline; element !== null; element = element.parentElement) holders.add(element);
  for (const element of elementsOf(clone.body)) {
    if (element === headline) return;
    if (!holders.has(element)) element.setAttribute(BEFORE_HEADLINE, '');
  }
}

/** Shows the headline's surroundings, where a saved page hides them until a script has run: what is hidden is not read. */
export function revealHeadline(headline: Element): void {
  for (let element: Element | null = headline; element !== null; element = element.parentElement) {
    element.removeAttribute('hidden');
    element.removeAttribute('aria-hidden');
    if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? ''))
      element.removeAttribute('style');
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
