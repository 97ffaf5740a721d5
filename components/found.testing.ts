import type { Findings, FoundStory } from '../lib/match/types';

/** A found story for tests, with what a test says of it. */
export function foundStory(over: Partial<FoundStory> = {}): FoundStory {
  return {
    id: 's',
    date: '2025-06-23',
    titles: { en: 'Bridge opens' },
    score: 0.94,
    relation: 'same-event',
    why: [],
    coverage: [],
    differences: { onlyHere: [], onlyThere: [] },
    searchWords: {},
    ...over,
  };
}

/** Findings for tests, of one story where a test names none. */
export function findings(over: Partial<Findings> = {}): Findings {
  const index = {
    stories: 1,
    reports: 2,
    outlets: 2,
    articles: 0,
    languages: ['ar'],
    from: null,
    to: null,
    bytes: 1,
    fingerprintVersion: 1,
  };
  return { sameEvent: [foundStory()], background: [], related: [], index, ...over };
}
