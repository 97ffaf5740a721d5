/** Tells the lines of places in a text that comes in chunks, asked for in the order of the text. */
export class LineCounter {
  /** Where lines end that no place has been asked for behind. */
  #ends: number[] = [];
  #length = 0;
  #line = 1;

  /** Takes the next chunk. */
  add(chunk: string): void {
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', end + 1))
      this.#ends.push(this.#length + end);
    this.#length += chunk.length;
  }

  /** The line of a place, counted from 1. No earlier place may be asked for after it. */
  at(place: number): number {
    let passed = 0;
    while ((this.#ends[passed] ?? Number.POSITIVE_INFINITY) < place) passed++;
    if (passed > 0) this.#ends = this.#ends.slice(passed);
    this.#line += passed;
    return this.#line;
  }
}
