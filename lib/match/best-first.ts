/** A queue that gives the best first: a binary heap. */
export class BestFirst<T> {
  readonly #items: T[] = [];

  /** @param before whether the first is better than the second */
  constructor(private readonly before: (a: T, b: T) => boolean) {}

  push(item: T): void {
    let at = this.#items.length;
    this.#items.push(item);
    while (at > 0 && this.#swapIfBetter(at, (at - 1) >>> 1)) at = (at - 1) >>> 1;
  }

  /** Takes the best out. */
  pop(): T | undefined {
    const [best] = this.#items;
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return best;
    this.#items[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = this.#isBetter(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfBetter(child, at)) return best;
      at = child;
    }
  }

  #isBetter(a: number, b: number): boolean {
    const [one, other] = [this.#items[a], this.#items[b]];
    return one !== undefined && other !== undefined && this.before(one, other);
  }

  #swapIfBetter(lower: number, upper: number): boolean {
    const [below, above] = [this.#items[lower], this.#items[upper]];
    if (below === undefined || above === undefined || !this.before(below, above)) return false;
    this.#items[lower] = above;
    this.#items[upper] = below;
    return true;
  }
}
