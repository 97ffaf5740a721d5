import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { SavedStory } from './saved-story';
import { foundStory, savedStory } from './saved-story.testing';
import { historyEntrySchema, savedStorySchema, soundOnes } from './schemas';

const report = foundStory().coverage[0];

/** A saved story as JSON would bring it, with one thing wrong. */
function broken(over: object, page: object = {}, top: object = {}): unknown {
  const saved = savedStory();
  return { ...saved, page: { ...saved.page, ...page }, story: { ...saved.story, ...over }, ...top };
}

describe('a saved story', () => {
  it('comes back as it was kept', () => {
    const saved: SavedStory = savedStory();
    expect(v.parse(savedStorySchema, JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  it.each([
    ['a script for an address', broken({ coverage: [{ ...report, url: 'javascript:alert(1)' }] })],
    ['a data address', broken({}, { url: 'data:text/html,hi' })],
    ['an address with a password', broken({}, { url: 'https://a:b@bank.example/' })],
    ['no date', broken({ date: 'yesterday' })],
    ['a date that does not exist', broken({ date: '2025-13-45' })],
    ['a moment without a zone', broken({}, {}, { savedAt: '2025-03-02T08:30' })],
    ['a moment in another zone', broken({}, {}, { savedAt: '2025-03-02T08:30:00.000+05:30' })],
    ['a language that is markup', broken({ titles: { '"><b>': 'x' } })],
    ['an endless title', broken({ titles: { en: 'x'.repeat(2000) } })],
    ['a title that is none', broken({ titles: { en: { html: 'x' } } })],
    ['too many reports', broken({ coverage: Array.from({ length: 6000 }, () => report) })],
    ['a score above certainty', broken({ score: 1.5 })],
    ['another relation', broken({ relation: 'friend' })],
    ['another kind of word', broken({ why: [{ ...foundStory().why[0], kind: 'spell' }] })],
    ['an infinite weight', broken({ why: [{ ...foundStory().why[0], weight: Number.POSITIVE_INFINITY }] })],
    ["another story's id", broken({}, {}, { id: 'another' })],
    ['nothing', null],
    ['a text', 'saved'],
  ])('with %s is refused', (_, value) => {
    expect(v.is(savedStorySchema, value)).toBe(false);
  });

  it('loses what it should not have', () => {
    const parsed = v.parse(savedStorySchema, broken({ html: '<b>' }, { text: 'The whole article.' }));
    expect(JSON.stringify(parsed)).not.toMatch(/<b>|whole article/);
  });
});

it('of several records, the unsound ones are left out', () => {
  const entry = { readAt: '2025-03-02T08:30:00.000Z', page: savedStory().page, stories: ['a'] };
  expect(soundOnes([entry, null, { ...entry, readAt: 7 }, entry], historyEntrySchema)).toEqual([entry, entry]);
});
