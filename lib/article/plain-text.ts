import type { Block } from './blocks';
import { isProse, weightedLength } from './text';

const MIN_PARAGRAPHS = 3;

/**
 * The running text of a page without Readability: the paragraphs that stand in like places, by tags and classes, and say
 * most together. What stands in side columns, foot and navigation or above the headline does not count.
 */
export function largestText(page: readonly Block[]): readonly Block[] {
  const places = new Map<string, { count: number; length: number }>();
  const counts = (block: Block) =>
    !(block.aside || block.otherArticle || block.beforeHeadline || block.listItem) &&
    block.linkShare < 0.3 &&
    isProse(block.text);
  for (const block of page) {
    if (!counts(block)) continue;
    const sum = places.get(block.place) ?? { count: 0, length: 0 };
    sum.count++;
    sum.length += weightedLength(block.text);
    places.set(block.place, sum);
  }
  let best: string | null = null;
  let most = 0;
  for (const [place, { count, length }] of places) {
    if (count >= MIN_PARAGRAPHS && length > most) [best, most] = [place, length];
  }
  return best === null ? [] : page.filter((block) => block.place === best && counts(block));
}
