import type { TraceEntry } from './types';

/** The most that is noted, and how much of each text: a trace crosses from the page as a message. */
const MAX_ENTRIES = 200;
const MAX_TEXT = 80;

/** Notes what reading took out of a page or put in, when somebody asks. */
export class Tracer {
  readonly #enabled: boolean;
  readonly #entries: TraceEntry[];

  /** `earlier`: what was noted before the reading crossed to here. */
  constructor(enabled: boolean, earlier: readonly TraceEntry[] = []) {
    this.#enabled = enabled;
    this.#entries = [...earlier];
  }

  removed(rule: string, text: string): void {
    this.#note('removed', rule, text);
  }

  added(rule: string, text: string): void {
    this.#note('added', rule, text);
  }

  /** The entries as a field of a reading; no field where nobody asked. */
  result(): { readonly trace?: readonly TraceEntry[] } {
    return this.#enabled ? { trace: this.#entries } : {};
  }

  #note(action: TraceEntry['action'], rule: string, text: string): void {
    if (!this.#enabled || text === '' || this.#entries.length >= MAX_ENTRIES) return;
    this.#entries.push({ action, rule, text: text.slice(0, MAX_TEXT) });
  }
}
