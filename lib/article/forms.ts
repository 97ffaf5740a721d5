import type { ProseSums } from './prose-sums';
import { isFrame } from './walk';

/** How much running text a form may hold, in letters and as a share of the page's. */
const FORM_LENGTH = 500;
const MOST_OF_FORM = 0.15;
const MAX_FIELDS = 200;

/**
 * The boxes around fields to fill in: what stands with them asks something of the reader, to subscribe, to vote, to let
 * another site's content in. From a field outwards as long as hardly any running text comes along.
 */
export function formsOf(clone: Document, headline: Element | null, prose: ProseSums): ReadonlySet<Element> {
  const boxes = new Set<Element>();
  const limit = Math.min(FORM_LENGTH, prose.total * MOST_OF_FORM);
  const fields = [...clone.body.querySelectorAll('input:not([type="hidden" i]), textarea, select')];
  for (const field of fields.slice(0, MAX_FIELDS)) {
    let box = field;
    for (let outer = field.parentElement; outer !== null; outer = outer.parentElement) {
      const holds = isFrame(outer) || (headline !== null && outer.contains(headline));
      if (holds || prose.within(outer) > limit) break;
      box = outer;
    }
    boxes.add(box);
  }
  return boxes;
}
