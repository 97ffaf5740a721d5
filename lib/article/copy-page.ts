import type { Steps } from './steps';
import { exceeds, isElement } from './walk';

/** So many elements are copied in one call: it takes one to three milliseconds. */
const CALL_ELEMENTS = 1000;

/**
 * Copies a page, step by step, into a document of its own, in which nothing is loaded and nothing runs. What the page
 * takes out between the steps stands in the copy all the same; what it puts in may be missing. Style sheets are left out.
 */
export function* copySteps(page: Document): Steps<Document> {
  // The copy of a document is one; the type of the method knows only that it is a node.
  const copy = page.cloneNode(false) as Document;
  yield* copyChildren(page, copy, copy);
  return copy;
}

function* copyChildren(from: Node, to: Node, copy: Document): Steps<void> {
  // As they stand now: a sibling that goes meanwhile must not take the way to the next with it.
  for (const child of [...from.childNodes]) {
    const isLarge = isElement(child) && exceeds(child, CALL_ELEMENTS, Number.POSITIVE_INFINITY);
    const made = copy.importNode(child, !isLarge);
    // A document parses the style sheets that are put into it, though nobody looks at it: ten times the cost of the copy.
    if (isElement(made)) for (const style of made.querySelectorAll('style')) style.remove();
    if (child.nodeName !== 'STYLE') to.appendChild(made);
    if (isLarge) yield* copyChildren(child, made, copy);
    yield;
  }
}
