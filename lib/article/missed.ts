import type { Block } from './blocks';
import { isProse, textKey, weightedLength } from './text';
import type { Tracer } from './trace';

/** The least a paragraph must say to be put back; less where many found ones stand in its place. */
const MISSED_LENGTH = 80;
const SHORT_MISSED_LENGTH = 30;
const MANY_FOUND = 5;

/** Letters compared at most to find what was left out, about half a second of work. */
const SEARCH_BUDGET = 2e9;

/**
 * Puts back paragraphs that Readability left out: it takes one container and its like neighbours, and advertising parts
 * a text into several. A paragraph of the page belongs to it when it stands where at least two found ones stand, by tags
 * and classes. The order is the page's.
 */
export function withMissed(found: readonly Block[], page: readonly Block[], tracer: Tracer): readonly Block[] {
  const keys = new Set(found.map((block) => textKey(block.text)));
  // Joined, for Readability makes one paragraph of lines that the page parts.
  const whole = [...keys].join(' ');
  const places = new Map<string, number>();
  const at = new Map<string, number>();
  for (const [index, block] of page.entries()) {
    const key = textKey(block.text);
    if (!keys.has(key)) continue;
    at.set(key, index);
    if (isProse(block.text)) places.set(block.place, (places.get(block.place) ?? 0) + 1);
  }
  const candidates = page.filter((block) => {
    const neighbours = places.get(block.place) ?? 0;
    return (
      neighbours >= 2 &&
      !(block.aside || block.otherArticle || block.beforeHeadline || block.listItem) &&
      block.linkShare < (neighbours >= MANY_FOUND ? 0.8 : 0.3) &&
      weightedLength(block.text) >= (neighbours >= MANY_FOUND ? SHORT_MISSED_LENGTH : MISSED_LENGTH) &&
      isProse(block.text) &&
      !keys.has(textKey(block.text))
    );
  });
  // Each of them is looked for in all of the text: on a page of megabytes that would take minutes.
  if (candidates.length * whole.length > SEARCH_BUDGET) return found;
  const missed = candidates.filter((block) => !whole.includes(textKey(block.text)));
  if (missed.length === 0) return found;
  for (const { text } of missed) tracer.added('missed', text);
  const position = new Map(page.map((block, index) => [block, index]));
  const merged: Block[] = [];
  let next = 0;
  for (const block of found) {
    const index = at.get(textKey(block.text));
    while (index !== undefined && next < missed.length && (position.get(missed[next] ?? block) ?? 0) < index) {
      merged.push(...missed.slice(next, ++next));
    }
    merged.push(block);
  }
  return [...merged, ...missed.slice(next)];
}
