import { type Block, type Holder, isBlockElement } from './blocks';
import { isProse, tidy, weightedLength } from './text';

/** How much running text each element holds, added up once for all of them. */
export class ProseSums {
  /** Of the page below its headline. */
  readonly total: number;
  readonly #lengths = new Map<Element, number>();

  constructor(blocks: readonly Block[]) {
    let total = 0;
    for (const block of blocks) {
      if (block.linkShare >= 0.3 || !isProse(block.text)) continue;
      const length = weightedLength(block.text);
      if (!block.beforeHeadline) total += length;
      for (let holder: Holder | null = block.holder; holder !== null; holder = holder.parent) {
        const { element } = holder;
        if (element !== null) this.#lengths.set(element, (this.#lengths.get(element) ?? 0) + length);
      }
    }
    this.total = total;
  }

  /** What stands in an element; in one within a line its own text. */
  within(element: Element): number {
    if (isBlockElement(element)) return this.#lengths.get(element) ?? 0;
    const text = tidy((element.textContent ?? '').slice(0, 2000));
    return isProse(text) ? weightedLength(text) : 0;
  }
}
