/** Postings in the order in which they come, article by article: seven bytes each. */
import type { ShardPostings } from './postings-codec';

const FIRST_ROOM = 1024;

export class PostingList {
  #terms = new Uint32Array(FIRST_ROOM);
  #documents = new Uint16Array(FIRST_ROOM);
  #codes = new Uint8Array(FIRST_ROOM);
  #length = 0;

  add(term: number, document: number, code: number): void {
    if (this.#length === this.#terms.length) this.#grow();
    this.#terms[this.#length] = term;
    this.#documents[this.#length] = document;
    this.#codes[this.#length++] = code;
  }

  /**
   * All of them, term by term.
   * @param order the terms as they are to follow each other, each once
   */
  sorted(order: readonly number[]): ShardPostings {
    const starts = new Uint32Array(order.length + 1);
    const rank = new Uint32Array(order.length);
    order.forEach((term, i) => {
      rank[term] = i;
    });
    const terms = this.#terms.subarray(0, this.#length);
    for (const term of terms) {
      const next = (rank[term] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const documents = new Uint16Array(this.#length);
    const codes = new Uint8Array(this.#length);
    const next = starts.slice();
    for (let p = 0; p < this.#length; p++) {
      const row = rank[terms[p] ?? 0] ?? 0;
      const at = next[row] ?? 0;
      next[row] = at + 1;
      documents[at] = this.#documents[p] ?? 0;
      codes[at] = this.#codes[p] ?? 0;
    }
    return { starts, documents, codes };
  }

  #grow(): void {
    const [terms, documents, codes] = [this.#terms, this.#documents, this.#codes];
    const room = this.#length * 2;
    this.#terms = new Uint32Array(room);
    this.#terms.set(terms);
    this.#documents = new Uint16Array(room);
    this.#documents.set(documents);
    this.#codes = new Uint8Array(room);
    this.#codes.set(codes);
  }
}
