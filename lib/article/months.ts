import { MONTH_NAMES } from './month-names';

/** A month's name in a text. */
export interface FoundMonth {
  readonly month: number;
  readonly start: number;
  readonly end: number;
}

interface Names {
  readonly pattern: RegExp;
  readonly months: ReadonlyMap<string, number>;
}

const known = new Map<string, Names>();

/** The names of one language, or, for `*`, those of all languages that mean one month wherever they are used. */
function namesOf(lang: string): Names | null {
  const cached = known.get(lang);
  if (cached !== undefined) return cached;
  const rows =
    lang === '*' ? Object.values(MONTH_NAMES) : [Object.hasOwn(MONTH_NAMES, lang) ? MONTH_NAMES[lang] : undefined];
  const months = new Map<string, number>();
  const disputed = new Set<string>();
  for (const row of rows) {
    for (const [index, group] of (row ?? '').split('|').entries()) {
      for (const name of group.split('/')) {
        if (name === '') continue;
        const other = months.get(name);
        if (other !== undefined && other !== index + 1) disputed.add(name);
        months.set(name, index + 1);
      }
    }
  }
  for (const name of disputed) months.delete(name);
  if (months.size === 0) return null;
  const longestFirst = [...months.keys()].sort((a, b) => b.length - a.length);
  const names = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // Hebrew writes "in" as a letter before the name; a name otherwise stands between two ends of words.
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])ב?(${names})(?![\\p{L}\\p{M}])`, 'gu');
  const result = { pattern, months };
  known.set(lang, result);
  return result;
}

/**
 * The months named in a line of lower-case text, in order: as the line's own language has it, else as English has it
 * (many sites date in English whatever they write in), else as any language has it.
 */
export function findMonths(line: string, lang: string | undefined): FoundMonth[] {
  for (const candidate of [lang, 'en', '*']) {
    const names = candidate === undefined ? null : namesOf(candidate);
    if (names === null) continue;
    const found: FoundMonth[] = [];
    for (const match of line.matchAll(names.pattern)) {
      const month = names.months.get(match[1] ?? '');
      if (month !== undefined) found.push({ month, start: match.index, end: match.index + match[0].length });
    }
    if (found.length > 0) return found;
  }
  return [];
}
