import * as v from 'valibot';
import { expect, it } from 'vitest';
import { toHistoryEntry, toSavedStory } from './keep';
import { foundStory, reportWithEvidence, savedStory } from './saved-story.testing';
import { historyEntrySchema, savedStorySchema } from './schemas';

const now = new Date('2025-03-02T08:30:00Z');

it('keeps a story with the article that led to it', () => {
  const { page } = savedStory();
  expect(toSavedStory(page, foundStory(), now)).toEqual(savedStory());
});

it('keeps nothing of a page but what it may: whatever a page says, the record is sound', () => {
  const page = {
    kind: 'article',
    title: 'x'.repeat(5000),
    lang: '<script>',
    site: 'y'.repeat(500),
    url: 'https://user:secret@daily.example/',
    publishedAt: 'soon',
    text: 'The whole article.',
  } as const;
  const entry = toHistoryEntry(page, ['a'], now);
  expect(v.is(historyEntrySchema, entry)).toBe(true);
  expect(v.is(savedStorySchema, toSavedStory(page, foundStory(), now))).toBe(true);
  expect(entry.page).toMatchObject({ lang: 'und', url: null, publishedAt: null });
  expect(JSON.stringify(entry)).not.toContain('whole article');
});

it('keeps of a story what is sound: a report of a feed or of another index may say anything', () => {
  const { coverage, why, titles } = foundStory();
  const report = { outlet: 'A', lang: 'en', date: null, url: 'https://a.example/', headline: null };
  const odd = [
    { ...report, url: `https://a.example/${'x'.repeat(5000)}` },
    { ...report, url: 'https://[::1]:99999/' },
    { ...report, date: 'soon' },
    { ...report, lang: 'en\u0000' },
    { ...report, headline: 'x'.repeat(5000) },
  ];
  const pair = { kind: 'name', here: { lang: 'en', text: 'x'.repeat(5000) }, there: [], weight: 1 } as const;
  const kept = toSavedStory(
    savedStory().page,
    foundStory({ coverage: [...odd, ...coverage], why: [pair, ...why], titles: { ...titles, '<b>': 'x' } }),
    now,
  );
  expect(v.is(savedStorySchema, kept)).toBe(true);
  expect(kept).toEqual(savedStory());
});

it('keeps what speaks for a report, and of that what is sound', () => {
  const sound = reportWithEvidence();
  const { why = [], differences = { onlyHere: [], onlyThere: [] } } = sound.evidence ?? {};
  const odd = { kind: 'name', forms: [{ lang: '<b>', text: 'x' }], weight: Number.NaN } as const;
  const evidence = { why, differences: { ...differences, onlyThere: [odd, ...differences.onlyThere] } };
  const kept = toSavedStory(savedStory().page, foundStory({ coverage: [{ ...sound, evidence }] }), now);
  expect(v.is(savedStorySchema, kept)).toBe(true);
  expect(kept.story.coverage).toEqual([sound]);
});
