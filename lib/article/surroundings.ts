import { BEFORE_HEADLINE, type Block, type Holder, OTHER_ARTICLE } from './blocks';
import { reveal } from './hidden-text';
import { isProse, weightedLength } from './text';
import { elementsOf } from './walk';

/** Running text below the headline, in three paragraphs or more, that is the article's however short each of them is. */
const ARTICLE_BEGUN = 300;
const MIN_PARAGRAPHS = 3;

/** Counts the running text below a headline. */
export class RunningText {
  #paragraphs = 0;
  #length = 0;

  add({ text }: Block): void {
    if (!isProse(text)) return;
    this.#paragraphs++;
    this.#length += weightedLength(text);
  }

  /** Whether what was added is an article's beginning rather than a lead or a note. */
  get isArticle(): boolean {
    return this.#paragraphs >= MIN_PARAGRAPHS && this.#length >= ARTICLE_BEGUN;
  }
}

/**
 * The articles that a page loads below one that stands in no `article` itself: those which begin with a heading of their
 * own when running text has gone before.
 */
export function articlesBelow(blocks: readonly Block[], headline: Element | null): ReadonlySet<Element> {
  const below = new Set<Element>();
  if (headline === null || headline.closest('article') !== null) return below;
  const text = new RunningText();
  const entered = new Set<Element>();
  for (const block of blocks) {
    if (block.beforeHeadline) continue;
    const article = articleAround(block.holder);
    if (article !== null && !entered.has(article) && block.heading && text.isArticle) below.add(article);
    if (article !== null) entered.add(article);
    if (article === null || !below.has(article)) text.add(block);
  }
  return below;
}

function articleAround(holder: Holder): Element | null {
  for (let at: Holder | null = holder; at !== null; at = at.parent)
    if (at.element?.tagName === 'ARTICLE') return at.element;
  return null;
}

/** Notes on the clone's elements which of them come before the headline, and which stand in other articles than it. */
export function markSurroundings(clone: Document, headline: Element, below: ReadonlySet<Element>): void {
  const holders = new Set<Element>();
  for (let element: Element | null = headline; element !== null; element = element.parentElement) holders.add(element);
  const own = [...holders].some((element) => element.tagName === 'ARTICLE');
  let reached = false;
  let other: Element | null = null;
  for (const element of elementsOf(clone.body)) {
    if (element === headline) reached = true;
    if (!reached && !holders.has(element)) element.setAttribute(BEFORE_HEADLINE, '');
    if (!reached) continue;
    if (other !== null && !other.contains(element)) other = null;
    if (other === null && element.tagName === 'ARTICLE' && (own ? !insideOwn(element, holders) : below.has(element)))
      other = element;
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
