/** What a build has read, kind by kind, and what was wrong with it. */
import type { Format, Problem } from '../inputs/types';

/** Places that are named of each kind of fault; a file of errors has all. */
const NAMED = 3;

/** Kinds of fault that are told apart; a damaged file may have faults of any name. */
const MAX_KINDS = 50;

/** Where a problem stands, as compilers write it. */
export function placeName(file: string, place: Problem['place']): string {
  if (place === null) return file;
  if (place.unit === 'line') return `${file}:${place.number}`;
  return `${place.line === undefined ? file : `${file}:${place.line}`}: ${place.unit} ${place.number}`;
}

/** One line, whatever stands in a name or a message: a terminal obeys control characters. */
export function problemLine(file: string, { place, what, detail }: Problem): string {
  const line = `${placeName(file, place)}: ${what}${detail === null ? '' : ` (${detail})`}`;
  return line.replace(/\p{Cc}+/gu, ' ').slice(0, 1000);
}

interface Counts {
  articles: number;
  repeated: number;
  skipped: number;
  errors: number;
}

export type Outcome = keyof Counts;

const UNKNOWN = 'unknown';

export class BuildReport {
  readonly #formats = new Map<Format | typeof UNKNOWN, Counts>();
  readonly #faults = new Map<string, { count: number; readonly first: string[] }>();
  readonly #skips = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  /** Takes every problem as a line. */
  readonly #onProblem: (line: string) => void;

  constructor(onProblem: (line: string) => void = () => {}) {
    this.#onProblem = onProblem;
  }

  article(format: Format | null, lang: string): void {
    this.#count(format, 'articles');
    this.#languages.set(lang, (this.#languages.get(lang) ?? 0) + 1);
  }

  repeated(format: Format | null): void {
    this.#count(format, 'repeated');
  }

  skipped(format: Format | null, reason: string): void {
    this.#count(format, 'skipped');
    this.#skips.set(reason, (this.#skips.get(reason) ?? 0) + 1);
  }

  problem(format: Format | null, file: string, problem: Problem): void {
    this.#count(format, 'errors');
    const line = problemLine(file, problem);
    const kind = this.#faults.has(problem.what) || this.#faults.size < MAX_KINDS ? problem.what : 'other faults';
    const fault = this.#faults.get(kind) ?? { count: 0, first: [] };
    fault.count++;
    if (fault.first.length < NAMED) fault.first.push(line);
    this.#faults.set(kind, fault);
    this.#onProblem(line);
  }

  /** How many there were, over all formats. */
  total(outcome: Outcome): number {
    return [...this.#formats.values()].reduce((sum, counts) => sum + counts[outcome], 0);
  }

  get languages(): number {
    return this.#languages.size;
  }

  /** The lines for the end: a format each, then what was passed over, then the faults with their first places. */
  summary(): string[] {
    const lines = [...this.#formats].map(([format, counts]) => {
      const parts = [
        `${counts.articles} new`,
        counts.repeated > 0 ? `${counts.repeated} repeated` : '',
        counts.skipped > 0 ? `${counts.skipped} passed over` : '',
        counts.errors > 0 ? `${counts.errors} errors` : '',
      ];
      return `${format}: ${parts.filter(Boolean).join(', ')}`;
    });
    for (const [reason, count] of this.#skips) lines.push(`passed over: ${count} × ${reason}`);
    for (const [what, { count, first }] of this.#faults) {
      lines.push(...first);
      if (count > first.length) lines.push(`… and ${count - first.length} more: ${what}`);
    }
    return lines;
  }

  #count(format: Format | null, outcome: Outcome): void {
    const key = format ?? UNKNOWN;
    const counts = this.#formats.get(key) ?? { articles: 0, repeated: 0, skipped: 0, errors: 0 };
    counts[outcome]++;
    this.#formats.set(key, counts);
  }
}
