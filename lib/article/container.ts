import type { Block, Holder } from './blocks';
import { isProse, textKey, weightedLength } from './text';
import type { Tracer } from './trace';

/** The share of the running text that stands in one box, from which the box is taken for the article's. */
const CONTAINER_SHARE = 0.8;
/** The share that does where the page marks the box as an article. */
const MARKED_SHARE = 0.6;
const MIN_PARAGRAPHS = 3;

/**
 * Drops what stands below the box that holds the article: Readability takes neighbours of like make along, such as
 * notes on subscriptions. What stands where paragraphs inside the box do, by tags and classes, is the text's next part.
 */
export function withoutOutside(body: readonly Block[], page: readonly Block[], tracer: Tracer): readonly Block[] {
  const at = new Map(page.map((block) => [textKey(block.text), block]));
  const located = body.map((block) => at.get(textKey(block.text)) ?? null);
  const box = boxOf(located.filter((block) => block !== null && isProse(block.text)));
  if (box === null) return body;
  const inside = new Set<Block>();
  const places = new Set<string>();
  for (const block of located) {
    if (block === null || !isWithin(block.holder, box)) continue;
    inside.add(block);
    if (isProse(block.text)) places.add(block.place);
  }
  const last = located.findLastIndex((block) => block !== null && inside.has(block));
  return body.filter((block, index) => {
    const here = located[index];
    const kept = index <= last || here === null || here === undefined || places.has(here.place);
    if (!kept) tracer.removed('outside', block.text);
    return kept;
  });
}

/** The innermost element that holds most of the running text. */
function boxOf(blocks: readonly (Block | null)[]): Holder | null {
  const held = new Map<Holder, { length: number; count: number }>();
  let total = 0;
  for (const block of blocks) {
    if (block === null) continue;
    const length = weightedLength(block.text);
    total += length;
    for (let holder = block.holder.parent; holder !== null; holder = holder.parent) {
      const sum = held.get(holder) ?? { length: 0, count: 0 };
      sum.length += length;
      sum.count++;
      held.set(holder, sum);
    }
  }
  let best: Holder | null = null;
  for (const [holder, { length, count }] of held) {
    const enough = length >= total * (holder.article ? MARKED_SHARE : CONTAINER_SHARE) && count >= MIN_PARAGRAPHS;
    if (enough && (best === null || holder.depth > best.depth)) best = holder;
  }
  return best;
}

function isWithin(holder: Holder, box: Holder): boolean {
  for (let at: Holder | null = holder; at !== null; at = at.parent) if (at === box) return true;
  return false;
}
