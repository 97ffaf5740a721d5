import { BEFORE_HEADLINE, OTHER_ARTICLE } from './blocks';
import { reveal } from './hidden-text';
import { elementsOf } from './walk';

/** Notes on the clone's elements which of them come before the headline, and which stand in other articles than it. */
export function markSurroundings(clone: Document, headline: Element): void {
  const holders = new Set<Element>();
  for (let element: Element | null = headline; element !== null; element = element.parentElement) holders.add(element);
  const own = [...holders].some((element) => element.tagName === 'ARTICLE');
  let reached = false;
  let other: Element | null = null;
  for (const element of elementsOf(clone.body)) {
    if (element === headline) reached = true;
    if (!reached && !holders.has(element)) element.setAttribute(BEFORE_HEADLINE, '');
    if (!own || !reached) continue;
    if (other !== null && !other.contains(element)) other = null;
    if (other === null && element.tagName === 'ARTICLE' && !insideOwn(element, holders)) other = element;
    if (other !== null) element.setAttribute(OTHER_ARTICLE, '');
  }
}

/** Whether an article stands inside the headline's own: a quoted post, a box. */
function insideOwn(article: Element, holders: ReadonlySet<Element>): boolean {
  const outer = article.parentElement?.closest('article') ?? null;
  return outer !== null && holders.has(outer);
}

/** Shows the headline's surroundings, where a saved page hides them until a script has run: what is hidden is not read. */
export function revealHeadline(headline: Element): void {
  for (let element: Element | null = headline; element !== null; element = element.parentElement) reveal(element);
}
