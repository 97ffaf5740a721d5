import type { Block } from './blocks';
import { likeness } from './headline';
import { endsSentence, isProse, textKey, weightedLength } from './text';

/** A short block that reads like a caption over something rather than like text. */
const LABEL_LENGTH = 60;
/**
 * The article's paragraphs, in order: what is left when the page's furniture is taken out, as far as the page's
 * structure tells (`withoutFurniture` does the rest, by words). From the certain to the probable: copies, other articles,
 * what stands before the headline, links to other stories, and at both ends whatever is not running text.
 */
export function cleanBlocks(blocks: readonly Block[], title: string): string[] {
  let kept = withoutCopies(blocks, title).filter(
    (block) => !block.otherArticle && (!block.beforeHeadline || isProse(block.text)),
  );
  kept = withoutLinks(kept);
  kept = trimEnds(kept);
  return kept.map((block) => block.text);
}

/** Keeps the first of equal blocks (some pages carry the body twice) and drops repetitions of the title. */
function withoutCopies(blocks: readonly Block[], title: string): Block[] {
  const seen = new Set<string>();
  const titleKey = textKey(title);
  return blocks.filter((block) => {
    const key = textKey(block.text);
    if (key === '') return false;
    if (
      titleKey !== '' &&
      key.length < titleKey.length + 60 &&
      (key.startsWith(titleKey) || likeness(key, titleKey) > 0.95)
    ) {
      return false;
    }
    if (key.length >= 12 && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Drops blocks that are links and little else: to other stories, to tags, to the ways of sharing this one. */
function withoutLinks(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => {
    if (block.linkShare > 0.8) return false;
    // "Also read: …", in whatever language: a short label, and behind it nothing but the link.
    const label = block.text.search(/[:：|]/);
    return !(label > 0 && label <= LABEL_LENGTH / 2 && block.linkShare > 0.95 * (1 - (label + 2) / block.text.length));
  });
}

function trimEnds(blocks: readonly Block[]): Block[] {
  const isShort = (block: Block) => !isProse(block.text) && weightedLength(block.text) < LABEL_LENGTH;
  const start = blocks.findIndex((block) => !isShort(block));
  const end = blocks.findLastIndex((block) => isProse(block.text) || endsSentence(block.text)) + 1;
  return start < 0 ? [] : blocks.slice(start, end);
}
