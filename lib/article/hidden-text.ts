import { readBlocks } from './blocks';
import { nameOf } from './page-parts';
import { isProse, weightedLength } from './text';
import type { Tracer } from './trace';
import { elementsOf } from './walk';

/** Running text in a hidden box from which it is the article's own rest, not a note that waits for its cue. */
const MIN_PARAGRAPHS = 2;
const MIN_LENGTH = 300;
/** The same where the box goes on with paragraphs before it. */
const MIN_LENGTH_OF_REST = 120;

/** Elements before a box in which text is looked for. */
const MAX_STEPS = 5;

/** What hides an element for what reads attributes only. */
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/**
 * Shows text in the headline's article that is hidden until a button is pressed ("read on"): it is part of the page that
 * was opened. Boxes that are named for something else stay hidden.
 */
export function revealText(headline: Element, tracer: Tracer): void {
  const scope = headline.closest('article, main, [role="main"]');
  if (scope === null) return;
  const rests: Element[] = [];
  let outer: Element | null = null;
  for (const element of elementsOf(scope)) {
    if (outer?.contains(element) || !isHidden(element)) continue;
    outer = element;
    if (nameOf(element) !== null) continue;
    const prose = readBlocks(element).filter((block) => block.linkShare < 0.3 && isProse(block.text));
    const length = prose.reduce((sum, block) => sum + weightedLength(block.text), 0);
    const rest = goesOn(element);
    if (prose.length < MIN_PARAGRAPHS || length < (rest ? MIN_LENGTH_OF_REST : MIN_LENGTH)) continue;
    reveal(element);
    if (rest) rests.push(element);
    tracer.added('hidden', prose[0]?.text ?? '');
  }
  // In one place with what they go on with, as for who presses the button: Readability takes the larger of two boxes.
  for (const rest of rests) rest.replaceWith(...rest.childNodes);
}

/** Whether running text stands before the box, in the same box as it. */
function goesOn(rest: Element): boolean {
  let before = rest.previousElementSibling;
  for (let step = 0; before !== null && step < MAX_STEPS; step++, before = before.previousElementSibling)
    if (before.tagName === 'P' && isProse(before.textContent ?? '')) return true;
  return false;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    HIDING_STYLE.test(element.getAttribute('style') ?? '')
  );
}

/** Takes what hides an element off it. */
export function reveal(element: Element): void {
  element.removeAttribute('hidden');
  element.removeAttribute('aria-hidden');
  if (HIDING_STYLE.test(element.getAttribute('style') ?? '')) element.removeAttribute('style');
}
