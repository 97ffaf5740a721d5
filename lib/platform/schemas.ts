import * as v from 'valibot';
import { PAGE_KINDS, PAGE_NOTES, type PageSummary } from '../article/types';
import { shownText } from '../languages/shown-text';
import { REPORT_ORIGINS, TERM_KINDS } from '../library/schemas';
import type { Findings, IndexFacts } from '../match/types';
import { type Failure, failureSchema } from './result';

/** Shapes of what crosses a boundary: messages between pages of the extension, and session storage. */

/** Somebody else's words, as a reader is shown them. */
const words = v.pipe(v.string(), v.transform(shownText));

const formSchema = v.object({ lang: v.string(), text: words });

const alignedSchema = v.object({
  kind: v.enum(TERM_KINDS),
  here: formSchema,
  there: v.array(formSchema),
  weight: v.number(),
});

const differenceSchema = v.object({ kind: v.enum(TERM_KINDS), forms: v.array(formSchema), weight: v.number() });
const differencesSchema = v.object({ onlyHere: v.array(differenceSchema), onlyThere: v.array(differenceSchema) });

const reportSchema = v.object({
  outlet: words,
  lang: v.string(),
  date: v.nullable(v.string()),
  url: v.string(),
  headline: v.nullable(words),
  origin: v.exactOptional(v.enum(REPORT_ORIGINS)),
  headlineOnly: v.exactOptional(v.boolean()),
  evidence: v.exactOptional(v.object({ why: v.array(alignedSchema), differences: differencesSchema })),
});

const storyMatchSchema = v.object({
  id: v.string(),
  date: v.string(),
  titles: v.record(v.string(), words),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  relation: v.picklist(['same-event', 'background', 'related', 'none']),
  why: v.array(alignedSchema),
  coverage: v.array(reportSchema),
});

const foundStorySchema = v.object({
  ...storyMatchSchema.entries,
  differences: differencesSchema,
  searchWords: v.record(v.string(), v.array(words)),
});

/** What reading took out of a page's text and put in. */
export const traceSchema = v.array(
  v.object({ action: v.picklist(['removed', 'added']), rule: v.string(), text: words }),
);

export const indexFactsSchema = v.object({
  stories: v.number(),
  reports: v.number(),
  outlets: v.number(),
  articles: v.number(),
  languages: v.array(v.string()),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  bytes: v.number(),
  fingerprintVersion: v.number(),
}) satisfies v.GenericSchema<unknown, IndexFacts>;

const findingsSchema = v.object({
  sameEvent: v.array(foundStorySchema),
  background: v.array(storyMatchSchema),
  related: v.array(storyMatchSchema),
  index: indexFactsSchema,
  live: v.exactOptional(
    v.object({
      feeds: v.number(),
      subscriptions: v.number(),
      articles: v.number(),
      readAt: v.nullable(v.string()),
      failing: v.array(words),
      paused: v.boolean(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Findings>;

const pageSummarySchema = v.object({
  kind: v.picklist(PAGE_KINDS),
  title: words,
  lang: v.string(),
  publishedAt: v.nullable(v.string()),
  site: v.nullable(words),
  url: v.nullable(v.string()),
  notes: v.exactOptional(v.array(v.picklist(PAGE_NOTES))),
}) satisfies v.GenericSchema<unknown, PageSummary>;

/** One reading of one page: told apart by its id, and its page by the address it had then (null: not told). */
interface Reading {
  readonly readId: string;
  readonly address: string | null;
}

/** A reading that has begun. */
export type StartedReading = Reading & { readonly status: 'reading' };

/**
 * What is known of one tab: being read, read (findings are null where the page is no article), failed, or that it was
 * read and shows another page now.
 */
export type TabState =
  | StartedReading
  | (Reading & { readonly status: 'read'; readonly page: PageSummary; readonly findings: Findings | null })
  | (Reading & { readonly status: 'failed'; readonly failure: Failure })
  | { readonly status: 'left' };

const reading = { readId: v.string(), address: v.nullable(v.string()) };

export const tabStateSchema = v.variant('status', [
  v.object({ ...reading, status: v.literal('reading') }),
  v.object({
    ...reading,
    status: v.literal('read'),
    page: pageSummarySchema,
    findings: v.nullable(findingsSchema),
  }),
  v.object({ ...reading, status: v.literal('failed'), failure: failureSchema }),
  v.object({ status: v.literal('left') }),
]) satisfies v.GenericSchema<unknown, TabState>;
