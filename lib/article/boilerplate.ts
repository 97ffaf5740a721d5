import type { Block } from './blocks';
import { likeness } from './headline';
import { endsSentence, isProse, textKey, weightedLength } from './text';
import type { Tracer } from './trace';

/** A short block that reads like a caption over something rather than like text. */
const LABEL_LENGTH = 60;

/** A line with a time of day, as above each entry of a live blog. */
const TIME_OF_DAY = /\p{Nd}{1,2}[:.]\p{Nd}{2}(?!\p{Nd})/u;
/** So many such lines are the frame of entries rather than text. */
const MANY_TIMES = 3;

/**
 * The article's paragraphs, in order: what is left when the page's furniture is taken out, as far as the page's
 * structure tells (`withoutFurniture` does the rest, by words). From the certain to the probable: copies, other articles,
 * what stands before the headline, links to other stories, times of entries, and at both ends whatever is not running
 * text.
 */
export function cleanBlocks(blocks: readonly Block[], title: string, tracer: Tracer): string[] {
  let kept = blocks;
  const keep = (rule: string, next: readonly Block[]) => {
    if (next.length === kept.length) return;
    const left = new Set(next);
    for (const block of kept) if (!left.has(block)) tracer.removed(rule, block.text);
    kept = next;
  };
  keep('copy', withoutCopies(kept, title));
  keep(
    'other-article',
    kept.filter((block) => !block.otherArticle),
  );
  keep(
    'above-headline',
    kept.filter((block) => !block.beforeHeadline || isProse(block.text)),
  );
  keep('links', withoutLinks(kept));
  keep('times', withoutTimes(kept));
  keep('ends', trimEnds(kept));
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

/** Drops the times, and with them the authors, above the entries of a live blog. A timetable is a list and stays. */
function withoutTimes(blocks: readonly Block[]): readonly Block[] {
  const isTime = (block: Block) =>
    !block.listItem && !isProse(block.text) && block.text.length <= LABEL_LENGTH && TIME_OF_DAY.test(block.text);
  return blocks.filter(isTime).length < MANY_TIMES ? blocks : blocks.filter((block) => !isTime(block));
}

function trimEnds(blocks: readonly Block[]): readonly Block[] {
  const isShort = (block: Block) => !isProse(block.text) && weightedLength(block.text) < LABEL_LENGTH;
  const start = blocks.findIndex((block) => !isShort(block));
  const end = blocks.findLastIndex((block) => isProse(block.text) || endsSentence(block.text)) + 1;
  return start < 0 ? [] : blocks.slice(start, end);
}
