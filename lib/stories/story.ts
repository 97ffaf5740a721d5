/** The sources of the bundled stories: their shape and what must hold between them. */
import * as v from 'valibot';
import { comparableAddress } from '../index/address';
import { dayOf } from '../index/date-code';

/** Titles every story has. */
export const TITLE_LANGUAGES = 'en hi bn ur ar fa ru zh es fr de pt id tr ja'.split(' ');

const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day'),
  v.check((day) => dayOf(day) === day, 'does not exist'),
);
const Language = v.pipe(v.string(), v.check(isLanguage, 'is not a language code'));
const Words = v.pipe(v.string(), v.trim(), v.minLength(1));
/** A name by language; an array where the press of that language writes it in several ways. */
const Names = v.record(Language, v.union([Words, v.pipe(v.array(Words), v.minLength(1))]));
/** As a browser gives it, in ASCII: the address of the page that is read is compared with it letter by letter. */
const Address = v.pipe(
  v.string(),
  v.url('is not an address'),
  v.regex(/^https?:/, 'is not a web address'),
  v.regex(/^[!-~]+$/, 'is not as a browser gives it'),
  v.regex(/^https?:\/\/[^/?#]+\.[^/?#]/, 'has no host'),
);

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether a code is that of a language that is known, and the one that is used of several for it: `fil`, not `tl`. */
function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}$/.test(code)) return false;
  return Intl.getCanonicalLocales(code)[0] === code && LANGUAGE_NAMES.of(code) !== undefined;
}

const StorySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/, 'is not a day and a slug')),
  date: Day,
  titles: v.record(Language, Words),
  people: v.array(Names),
  places: v.array(Names),
  organisations: v.array(Names),
  topics: v.array(Names),
  numbers: v.array(v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'is not a number in Western digits'))),
  follows: v.array(v.string()),
  coverage: v.array(v.strictObject({ outlet: Words, lang: Language, date: v.nullable(Day), url: Address })),
});

/** One event: what it is called, who and what it is about, what it follows, who reported it. */
export type Story = v.InferOutput<typeof StorySchema>;
export type StoryNames = Story['people'][number];

/** A story that is reported in fewer languages has little to show. */
const MIN_LANGUAGES = 4;
/** A report and its event are not further apart than this. */
const COVERAGE_DAYS = 7;
const DAY_MS = 86_400_000;

/** A story source is wrong; the message names the file and every fault. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}

/**
 * Checks one source file.
 * @throws StoryError naming the file and each fault
 */
export function parseStory(file: string, value: unknown): Story {
  const result = v.safeParse(StorySchema, value);
  if (!result.success) {
    const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? '(the file)'} ${issue.message}`);
    throw new StoryError(`${file}: ${faults.join('; ')}`);
  }
  const story = result.output;
  const faults: string[] = [];
  if (file !== `${story.id}.json`) faults.push(`the id ${story.id} is not the file's name`);
  if (!story.id.startsWith(story.date)) faults.push('the id does not begin with the date');
  for (const lang of TITLE_LANGUAGES) if (!story.titles[lang]) faults.push(`there is no title in ${lang}`);
  if (new Set(story.coverage.map((report) => report.lang)).size < MIN_LANGUAGES) {
    faults.push(`coverage in fewer than ${MIN_LANGUAGES} languages`);
  }
  for (const { url, date } of story.coverage) {
    if (date && Math.abs(Date.parse(date) - Date.parse(story.date)) > COVERAGE_DAYS * DAY_MS) {
      faults.push(`${url} is more than a week from the event`);
    }
  }
  if (faults.length > 0) throw new StoryError(`${file}: ${faults.join('; ')}`);
  return story;
}

/**
 * Checks what must hold between stories: links lead to earlier ones, a page is in one story only.
 * @throws StoryError
 */
export function checkStories(stories: readonly Story[]): void {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const owners = new Map<string, string>();
  const faults: string[] = [];
  for (const story of stories) {
    for (const id of story.follows) {
      const earlier = byId.get(id);
      if (!earlier) faults.push(`${story.id} follows ${id}, which does not exist`);
      else if (earlier.date >= story.date) faults.push(`${story.id} follows ${id}, which is not earlier`);
    }
    for (const { url } of story.coverage) {
      const address = comparableAddress(url);
      const owner = owners.get(address);
      if (owner) faults.push(`${url} is in ${owner} and in ${story.id}`);
      owners.set(address, story.id);
    }
  }
  if (faults.length > 0) throw new StoryError(faults.join('; '));
}
