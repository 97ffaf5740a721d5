/** Keeps the best of many candidates. */
import type { StoryIndex } from '../index/types';

/** The documents nearest to a query. */
export class Best {
  readonly numbers: number[] = [];
  readonly #closeness: number[] = [];

  constructor(
    private readonly index: StoryIndex,
    private readonly size: number,
  ) {}

  /** Takes a document in, where it is nearer than one that is kept. */
  offer(number: number, closeness: number): void {
    const last = this.#closeness.length - 1;
    if (this.#closeness.length === this.size && !this.#before(number, closeness, last)) return;
    let at = this.#closeness.length;
    while (at > 0 && this.#before(number, closeness, at - 1)) at--;
    this.numbers.splice(at, 0, number);
    this.#closeness.splice(at, 0, closeness);
    if (this.numbers.length > this.size) {
      this.numbers.pop();
      this.#closeness.pop();
    }
  }

  /** How far behind the nearest each one is. */
  get behind(): readonly number[] {
    return this.#closeness.map((closeness) => (this.#closeness[0] ?? 0) - closeness);
  }

  #before(number: number, closeness: number, at: number): boolean {
    const other = this.#closeness[at] ?? 0;
    return closeness > other || (closeness === other && byContent(this.index, number, this.numbers[at] ?? 0) < 0);
  }
}

/** Orders documents by what they say, whichever numbers they have. */
export function byContent(index: StoryIndex, a: number, b: number): number {
  const [left, right] = [contentOf(index, a), contentOf(index, b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a document says, as one string; not its id. */
export function contentOf(index: StoryIndex, number: number): string {
  const { date, titles, url } = index.document(number);
  const terms = index.terms(number).map(({ key, strength }) => `${key} ${strength}`);
  return [date ?? '', ...Object.values(titles), url ?? '', ...terms].join('\n');
}
