import type { CalendarName } from './calendars';
import { CALENDAR_MONTHS } from './calendars/month-names';
import { foldLine } from './fold-line';
import { MONTH_NAMES } from './month-names';

/** A month's name in a text. */
export interface FoundMonth {
  readonly calendar: CalendarName;
  readonly month: number;
  readonly start: number;
  readonly end: number;
}

interface Names {
  readonly pattern: RegExp;
  readonly months: ReadonlyMap<string, number>;
}

/** Languages that write without spaces: there a name has no ends of words around it. */
const UNSPACED = ['th', 'lo', 'km', 'my'];

const known = new Map<string, Names | null>();

function compile(key: string, rows: readonly string[]): Names | null {
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const months = new Map<string, number>();
  const disputed = new Set<string>();
  for (const row of rows) {
    for (const [index, group] of row.split('|').entries()) {
      for (const name of group.split('/').map(keyOf)) {
        if (name === '') continue;
        const other = months.get(name);
        if (other !== undefined && other !== index + 1) disputed.add(name);
        months.set(name, index + 1);
      }
    }
  }
  for (const name of disputed) months.delete(name);
  const names = months.size === 0 ? null : { pattern: patternOf(rows, months, UNSPACED.includes(key)), months };
  known.set(key, names);
  return names;
}

function patternOf(rows: readonly string[], months: ReadonlyMap<string, number>, unspaced: boolean): RegExp {
  const spellings = new Set(rows.flatMap((row) => row.split(/[|/]/).map(foldLine)));
  const alternatives = [...spellings]
    .filter((name) => months.has(keyOf(name)))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s?'))
    .join('|');
  const [before, after] = unspaced ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  // Hebrew writes "in" as a letter before the name, Persian "month" after it, Kurdish "of" as one.
  return new RegExp(`${before}ב?(${alternatives})(?:\\s?ماه|ی)?${after}`, 'gu');
}

/** A name without the spaces that some write within it. */
function keyOf(name: string): string {
  return foldLine(name).replace(/\s/g, '');
}

/**
 * The months named in a folded line, in order. One list for each way of reading it that finds any: as the line's own
 * language has it, as English has it (many sites date in English whatever they write in), as any language has it where
 * the name means one month wherever it is used.
 */
export function* findMonths(line: string, lang: string | undefined): Generator<FoundMonth[]> {
  const own = lang !== undefined && Object.hasOwn(MONTH_NAMES, lang) ? MONTH_NAMES[lang] : undefined;
  const readings: (Names | null)[] = [
    own === undefined || lang === undefined ? null : compile(lang, [own]),
    compile('en', [MONTH_NAMES.en ?? '']),
    compile('*', Object.values(MONTH_NAMES)),
  ];
  for (const names of readings) {
    const found = names === null ? [] : [...matches(line, names, 'gregorian')];
    if (found.length > 0) yield found;
  }
}

/** The months of other calendars named in a folded line, where its language dates by them. */
export function findCalendarMonths(line: string, lang: string | undefined): FoundMonth[] {
  return CALENDAR_MONTHS.filter(({ langs }) => lang !== undefined && langs.includes(lang)).flatMap(
    ({ calendar, names }) => {
      const compiled = compile(calendar, [names]);
      return compiled === null ? [] : [...matches(line, compiled, calendar)];
    },
  );
}

function* matches(line: string, names: Names, calendar: CalendarName): Generator<FoundMonth> {
  for (const match of line.matchAll(names.pattern)) {
    const month = names.months.get((match[1] ?? '').replace(/\s/g, ''));
    if (month !== undefined) yield { calendar, month, start: match.index, end: match.index + match[0].length };
  }
}
