import { paragraphsOf } from './stated-body';
import { isProse, textKey, weightedLength } from './text';

/** The data that single-page sites put beside an empty page, read where the page itself shows no text. */

const MAX_SCRIPTS = 20;
const MAX_SCRIPT_LENGTH = 3_000_000;
const MAX_VALUES = 50_000;
const MAX_DEPTH = 40;

/** Strings in a list of other stories are no part of this one, however much they say. */
const ELSEWHERE = /related|recommend|trending|popular|teaser|comment|sidebar|footer|navigation|menu|latest|ads?$/i;

/** Keys under which such data holds text. */
const TEXT_KEY =
  /body|content|text|paragraph|html|article|story|value|block|children|data|copy|element|component|item/i;

/** How much longer a later text must be to be preferred: the same text stands in several lists. */
const CLEARLY = 1.1;

/** How many letters of its first paragraph tell one text from another. */
const START = 40;

/** A text in the making. */
class Draft {
  readonly paragraphs: string[] = [];
  length = 0;
  readonly #starts = new Set<string>();

  /** Adds paragraphs, unless the first of them is known: states often hold a text twice. */
  add(paragraphs: readonly string[]): void {
    const start = textKey(paragraphs[0] ?? '').slice(0, START);
    if (this.#starts.has(start)) return;
    this.#starts.add(start);
    this.paragraphs.push(...paragraphs);
    this.length += paragraphs.reduce((sum, paragraph) => sum + weightedLength(paragraph), 0);
  }
}

/**
 * The longest text in the page's embedded state that belongs together: the paragraphs in one string, or the strings in
 * one list. Empty where there is none. Only what parses as JSON is read; no script runs.
 */
export function embeddedParagraphs(document: Document): string[] {
  let best = new Draft();
  let scripts = 0;
  for (const script of document.querySelectorAll('script:not([src])')) {
    const value = stateOf(script);
    if (value === undefined) continue;
    if (++scripts > MAX_SCRIPTS) break;
    const found = longestText(value);
    if (found.length > best.length) best = found;
  }
  return best.paragraphs;
}

/** What a script holds as data: a JSON script, or one assignment of an object. */
function stateOf(script: Element): unknown {
  const type = (script.getAttribute('type') ?? '').toLowerCase();
  const source = (script.textContent ?? '').trim();
  if (source.length < 200 || source.length > MAX_SCRIPT_LENGTH || type === 'application/ld+json') return undefined;
  const json = /json/.test(type) ? source : /^[\w.$[\]"' ]{1,100}=\s*(\{[\s\S]*\})\s*;?$/.exec(source)?.[1];
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

interface Visit {
  readonly value: unknown;
  readonly depth: number;
  readonly key: string;
  /** The lists around the value: each gathers the strings below it. */
  readonly lists: readonly Draft[];
}

function longestText(root: unknown): Draft {
  const drafts: Draft[] = [];
  const stack: Visit[] = [{ value: root, depth: 0, key: '', lists: [] }];
  for (let visited = 0; stack.length > 0 && visited < MAX_VALUES; visited++) {
    const visit = stack.pop();
    if (visit === undefined) break;
    const { value, depth, key, lists } = visit;
    if (typeof value === 'string') gather(value, key, lists, drafts);
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || ELSEWHERE.test(key)) continue;
    const draft = new Draft();
    // Of nested lists the inner ones count: the outermost holds everything that the page knows.
    const inner = Array.isArray(value) ? [...lists.slice(-2), draft] : lists;
    if (Array.isArray(value)) drafts.push(draft);
    const entries = Array.isArray(value) ? value.map((item) => [key, item] as const) : Object.entries(value);
    for (const [name, child] of entries.reverse())
      stack.push({ value: child, depth: depth + 1, key: name, lists: inner });
  }
  return drafts.reduce((best, draft) => (draft.length > best.length * CLEARLY ? draft : best), new Draft());
}

function gather(text: string, key: string, lists: readonly Draft[], drafts: Draft[]): void {
  if (weightedLength(text) < 20 || !TEXT_KEY.test(key) || /^https?:/.test(text)) return;
  const paragraphs = paragraphsOf(text).filter(isProse);
  if (paragraphs.length === 0) return;
  if (paragraphs.length > 2) {
    const draft = new Draft();
    draft.add(paragraphs);
    drafts.push(draft);
  }
  for (const draft of lists) draft.add(paragraphs);
}
