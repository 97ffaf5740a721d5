/**
 * Cuts one JSON object into its members while it streams, and the arrays that are asked for into their elements. Only finds
 * where each begins and ends: what stands between is read by `JSON.parse`, so that a broken element costs only itself.
 */

/** A member of the object, or an element of an array that is cut up; null where it is longer than the limit. */
export interface Member {
  readonly key: string;
  readonly json: string | null;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
}

const LINE_FEED = 10;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;

export class MemberCutter {
  readonly found: Member[] = [];
  readonly #arrays: ReadonlySet<string>;
  readonly #limit: number;
  #depth = 0;
  #started = false;
  #inString = false;
  #escaped = false;
  #key = '';
  /** At the top of the object: whether a key or its value comes next. */
  #expectsKey = true;
  #inArray = false;
  #pieces: string[] = [];
  #length = 0;
  #line = 1;
  /** The line of the first sign of what is being gathered; 0 before that. */
  #firstLine = 0;

  constructor(arrays: readonly string[], limit: number) {
    this.#arrays = new Set(arrays);
    this.#limit = limit;
  }

  /** Whether the object has ended. */
  get ended(): boolean {
    return this.#started && this.#depth === 0;
  }

  write(chunk: string): void {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === LINE_FEED) this.#line++;
      else if (this.#firstLine === 0 && code > SPACE) this.#firstLine = this.#line;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
        continue;
      }
      if (code === QUOTE) {
        this.#inString = true;
        continue;
      }
      // Of what stands outside strings only six characters have a meaning here.
      if (code !== 44 && code !== 58 && code !== 91 && code !== 93 && code !== 123 && code !== 125) continue;
      const top = this.#inArray ? 2 : 1;
      const opens = code === 91 || code === 123;
      const closes = code === 93 || code === 125;
      if (closes) this.#depth--;
      const ends = (code === 44 && this.#depth === top) || (closes && this.#depth === top - 1);
      if (ends || (this.#depth === 1 && code === 58 && this.#expectsKey)) {
        this.#add(chunk.slice(start, i));
        start = i + 1;
        if (code === 58) this.#takeKey();
        else this.#take();
        // The array has ended, the object goes on.
        if (closes && this.#inArray) this.#inArray = false;
      }
      if (opens) {
        this.#depth++;
        this.#started = true;
        if (this.#depth === 1) start = i + 1;
        else if (this.#depth === 2 && code === 91 && !this.#expectsKey && this.#arrays.has(this.#key)) {
          this.#inArray = true;
          this.#drop();
          start = i + 1;
        }
      }
      if (this.#depth <= 0) {
        this.#depth = 0;
        return;
      }
    }
    this.#add(chunk.slice(start));
  }

  #takeKey(): void {
    this.#key = this.#text()?.replace(/^"|"$/g, '') ?? '';
    this.#expectsKey = false;
  }

  #take(): void {
    const line = this.#firstLine;
    const json = this.#text();
    if (json !== '' && (this.#inArray || !this.#expectsKey)) this.found.push({ key: this.#key, json, line });
    if (!this.#inArray) this.#expectsKey = true;
  }

  /** What was gathered, and starts anew. */
  #text(): string | null {
    const text = this.#length > this.#limit ? null : this.#pieces.join('').trim();
    this.#drop();
    return text;
  }

  #drop(): void {
    this.#pieces = [];
    this.#length = 0;
    this.#firstLine = 0;
  }

  #add(piece: string): void {
    this.#length += piece.length;
    if (this.#length <= this.#limit) this.#pieces.push(piece);
    else this.#pieces = [];
  }
}
