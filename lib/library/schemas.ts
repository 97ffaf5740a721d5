/**
 * Shapes of what a reader keeps. A stored record may be of another version, an imported one anybody's: both are checked,
 * and every list and text has an end.
 */
import * as v from 'valibot';
import { isLanguageTag } from '../languages/language-tag';
import { shownText } from '../languages/shown-text';
import type { Aligned, FoundStory, ReportOrigin } from '../match/types';
import type { HistoryEntry, ReadArticle, SavedStory } from './saved-story';
import { MAX_ADDRESS, webAddress } from './web-address';

/** The most of each that is taken: far more than any story has. */
export const LIMITS = { title: 1000, name: 300, id: 300, reports: 5000, terms: 2000, forms: 200 } as const;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
/** As `toISOString` writes it: in one zone, so that the order of the texts is the order of time. */
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
/** What a reader is shown of somebody else's words. */
const words = (limit: number) => v.pipe(text(limit), v.transform(shownText));
const moment = (shape: RegExp) =>
  v.pipe(
    v.string(),
    v.regex(shape, 'is no ISO date'),
    v.check((iso) => !Number.isNaN(Date.parse(iso)), 'is no date'),
  );

const Id = v.pipe(text(LIMITS.id), v.minLength(1));
const Lang = v.pipe(v.string(), v.check(isLanguageTag, 'is no language'));
const Address = v.pipe(
  text(MAX_ADDRESS),
  v.check((url) => webAddress(url) !== null, 'is no web address'),
);
const Moment = moment(ISO_DATE);
const Instant = moment(ISO_INSTANT);
const Weight = v.pipe(v.number(), v.finite());

const Form = v.object({ lang: Lang, text: words(LIMITS.title) });
const Forms = v.pipe(v.array(Form), v.maxLength(LIMITS.forms));

/** The kinds of terms: every kind once, or this does not compile. */
export const TERM_KINDS: Readonly<{ [Kind in Aligned['kind']]: Kind }> = {
  name: 'name',
  entity: 'entity',
  place: 'place',
  language: 'language',
  concept: 'concept',
  number: 'number',
  date: 'date',
};

/** Where reports are known from: every origin once, or this does not compile. */
export const REPORT_ORIGINS: Readonly<{ [Origin in ReportOrigin]: Origin }> = {
  feed: 'feed',
  subscribed: 'subscribed',
  saved: 'saved',
};

/** Words of an article beside those of reports. */
export const pairSchema = v.object({ kind: v.enum(TERM_KINDS), here: Form, there: Forms, weight: Weight });
/** What one side tells alone. */
export const differenceSchema = v.object({ kind: v.enum(TERM_KINDS), forms: Forms, weight: Weight });
const Side = v.pipe(v.array(differenceSchema), v.maxLength(LIMITS.terms));
const Differences = v.object({ onlyHere: Side, onlyThere: Side });
const Pairs = v.pipe(v.array(pairSchema), v.maxLength(LIMITS.terms));
/** A report of a story. */
export const reportSchema = v.object({
  outlet: words(LIMITS.name),
  lang: Lang,
  date: v.nullable(Moment),
  url: Address,
  headline: v.nullable(words(LIMITS.title)),
  origin: v.exactOptional(v.enum(REPORT_ORIGINS)),
  headlineOnly: v.exactOptional(v.boolean()),
  evidence: v.exactOptional(v.object({ why: Pairs, differences: Differences })),
});

const byLanguage = <T>(value: v.GenericSchema<unknown, T>) =>
  v.pipe(v.record(Lang, value), v.maxEntries(LIMITS.forms, 'has too many languages'));
/** What a story is called, by language. */
export const titlesSchema = byLanguage(words(LIMITS.title));

const Story = v.object({
  id: Id,
  date: Moment,
  titles: titlesSchema,
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  relation: v.picklist(['same-event', 'background', 'related', 'none']),
  why: Pairs,
  coverage: v.pipe(v.array(reportSchema), v.maxLength(LIMITS.reports)),
  differences: Differences,
  searchWords: byLanguage(v.pipe(v.array(words(LIMITS.name)), v.maxLength(LIMITS.forms))),
}) satisfies v.GenericSchema<unknown, FoundStory>;

const Page = v.object({
  title: words(LIMITS.title),
  lang: Lang,
  site: v.nullable(words(LIMITS.name)),
  url: v.nullable(Address),
  publishedAt: v.nullable(Moment),
}) satisfies v.GenericSchema<unknown, ReadArticle>;

/** A saved story; it is kept under its story's id and no other. */
export const savedStorySchema = v.pipe(
  v.object({ id: Id, savedAt: Instant, page: Page, story: Story }),
  v.check(({ id, story }) => id === story.id, 'has another id than its story'),
) satisfies v.GenericSchema<unknown, SavedStory>;

/** An entry of the reading history. */
export const historyEntrySchema = v.object({
  readAt: Instant,
  page: Page,
  stories: v.pipe(v.array(Id), v.maxLength(LIMITS.forms)),
}) satisfies v.GenericSchema<unknown, HistoryEntry>;

/** Those of some records that are sound; the others are left out. */
export function soundOnes<T>(records: readonly unknown[], schema: v.GenericSchema<unknown, T>): T[] {
  return records.flatMap((record) => {
    const checked = v.safeParse(schema, record, { abortEarly: true });
    return checked.success ? [checked.output] : [];
  });
}
