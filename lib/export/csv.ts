import { isSameLanguage } from '../languages/base-language';
import { titleIn } from '../languages/first-in';
import type { SavedStory } from '../library/saved-story';
import type { Aligned, Difference } from '../match/types';

const COLUMNS = [
  'story',
  'title',
  'outlet',
  'language',
  'date',
  'address',
  'headline',
  'score',
  'relation',
  'aligned_words',
  'only_in_report',
  'only_in_article',
] as const;

/** Excel takes a file for UTF-8 only where it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/** A story's reports as CSV (RFC 4180), one row a report, its title in the first of the reader's languages that it has. */
export function storyAsCsv({ story }: SavedStory, languages: readonly string[]): string {
  const title = titleIn(story.titles, languages)?.text ?? '';
  const rows = story.coverage.map(({ outlet, lang, date, url, headline, evidence }) => [
    story.id,
    title,
    outlet,
    lang,
    date ?? '',
    url,
    headline ?? '',
    String(story.score),
    story.relation,
    alignedWords(evidence?.why ?? story.why, lang),
    wordsOf(evidence?.differences.onlyThere),
    wordsOf(evidence?.differences.onlyHere),
  ]);
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The pairs of words that speak for a report in this language; every pair where none has a word in it. */
function alignedWords(why: readonly Aligned[], lang: string): string {
  const own = why.flatMap(({ here, there }) => {
    const form = there.find((one) => isSameLanguage(one.lang, lang));
    return form === undefined ? [] : [[here, form] as const];
  });
  const pairs = own.length > 0 ? own : why.map(({ here, there }) => [here, there[0] ?? here] as const);
  return pairs.map(([here, form]) => `${here.text} ↔ ${form.text}`).join(' | ');
}

/** Empty for a report of which no words are known. */
function wordsOf(differences: readonly Difference[] = []): string {
  return differences.map(({ forms }) => forms[0]?.text ?? '').join(' | ');
}

/** What begins a formula, in its full width too; programs that read no quotes see it behind one as well. */
const SIGNS = '=+\\-@＝＋－＠';
const FORMULA = new RegExp(`^(?:[\\t\\r\\n]|[\\s"]*[${SIGNS}])`);
/**
 * Where decimals have a comma, spreadsheets part fields at semicolons, and a formula may begin in the middle of ours: after
 * the last of such signs. A run of them is read once, not from each of them.
 */
const FORMULA_WITHIN = new RegExp(`([;\\t\\r\\n])(?=(?:(?![\\t\\r\\n])[\\s"])*[${SIGNS}])`, 'g');

/** One field: quoted where it must be, and never a formula. */
function cell(text: string): string {
  const within = text.replace(FORMULA_WITHIN, "$1'");
  const safe = FORMULA.test(within) ? `'${within}` : within;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
