import * as v from 'valibot';
import type { Difference, FoundStory, ReportEvidence } from '../match/types';
import type { HistoryEntry, ReadArticle, SavedStory } from './saved-story';
import {
  differenceSchema,
  historyEntrySchema,
  LIMITS,
  pairSchema,
  reportSchema,
  soundOnes,
  titlesSchema,
} from './schemas';
import { webAddress } from './web-address';

/** A story with its coverage as it is now, and the article that led to it. */
export function toSavedStory(page: ReadArticle, story: FoundStory, now: Date): SavedStory {
  return { id: story.id, savedAt: now.toISOString(), page: toReadArticle(page), story: toKeptStory(story) };
}

/** An article that was matched, with the ids of the stories that it reports. */
export function toHistoryEntry(page: ReadArticle, stories: readonly string[], now: Date): HistoryEntry {
  return { readAt: now.toISOString(), page: toReadArticle(page), stories };
}

/** As much of a page as may be kept: what it says of itself is cut to size, and what is unsound in it is left out. */
function toReadArticle({ title, lang, site, url, publishedAt }: ReadArticle): ReadArticle {
  const { page } = historyEntrySchema.entries;
  return {
    title: title.slice(0, LIMITS.title),
    lang: v.is(page.entries.lang, lang) ? lang : 'und',
    site: site === null ? null : site.slice(0, LIMITS.name),
    url: url === null ? null : webAddress(url),
    publishedAt: v.is(page.entries.publishedAt, publishedAt) ? publishedAt : null,
  };
}

/**
 * As much of a story as may be kept. What it has from feeds and from indexes of others may be anything: one report with an
 * address that leads nowhere must not make the whole record one that is never shown again.
 */
function toKeptStory(story: FoundStory): FoundStory {
  const { titles, coverage } = story;
  const reports = coverage.map(({ evidence, ...report }) =>
    evidence === undefined ? report : { ...report, evidence: toKeptEvidence(evidence) },
  );
  return {
    ...story,
    titles: Object.fromEntries(
      Object.entries(titles)
        .filter(([lang, text]) => v.is(titlesSchema, { [lang]: text }))
        .slice(0, LIMITS.forms),
    ),
    coverage: soundOnes(reports, reportSchema).slice(0, LIMITS.reports),
    ...toKeptEvidence(story),
  };
}

function toKeptEvidence({ why, differences }: ReportEvidence): ReportEvidence {
  const side = (all: readonly Difference[]) => soundOnes(all, differenceSchema).slice(0, LIMITS.terms);
  return {
    why: soundOnes(why, pairSchema).slice(0, LIMITS.terms),
    differences: { onlyHere: side(differences.onlyHere), onlyThere: side(differences.onlyThere) },
  };
}
