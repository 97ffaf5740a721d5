import type { FoundStory, Report } from '../match/types';
import type { SavedStory } from './saved-story';

/** A found story for tests, with as much of it as a test names. */
export function foundStory(over: Partial<FoundStory> = {}): FoundStory {
  return {
    id: '2025-03-01-harbour-bridge-opens',
    date: '2025-03-01',
    titles: { en: 'Harbour bridge opens', hi: 'बंदरगाह का पुल खुला', ar: 'افتتاح جسر الميناء' },
    score: 0.934,
    relation: 'same-event',
    why: [
      {
        kind: 'name',
        here: { lang: 'en', text: 'Zoë Ndiaye' },
        there: [
          { lang: 'hi', text: 'ज़ोई न्दियाये' },
          { lang: 'ar', text: 'زوي ندياي' },
        ],
        weight: 0.6,
      },
      { kind: 'place', here: { lang: 'en', text: 'Lagos' }, there: [{ lang: 'hi', text: 'लागोस' }], weight: 0.4 },
    ],
    coverage: [
      { outlet: 'Subah', lang: 'hi', date: '2025-03-01', url: 'https://subah.example/pul?id=1&p=2', headline: null },
      { outlet: 'الميناء', lang: 'ar', date: null, url: 'https://mina.example/(1)', headline: 'الجسر' },
    ],
    differences: {
      onlyHere: [{ kind: 'number', forms: [{ lang: 'en', text: '40 lorries' }], weight: 0.5 }],
      onlyThere: [{ kind: 'name', forms: [{ lang: 'hi', text: 'तटरक्षक' }], weight: 0.7 }],
    },
    searchWords: { hi: ['पुल'] },
    ...over,
  };
}

/** A report that was compared with the article by itself, for tests. */
export function reportWithEvidence(over: Partial<Report> = {}): Report {
  return {
    outlet: 'الساحل',
    lang: 'ar',
    date: '2025-03-01',
    url: 'https://sahil.example/1',
    headline: 'افتتاح الجسر',
    origin: 'feed',
    evidence: {
      why: [
        { kind: 'place', here: { lang: 'en', text: 'Lagos' }, there: [{ lang: 'ar', text: 'لاغوس' }], weight: 0.8 },
      ],
      differences: {
        onlyThere: [{ kind: 'concept', forms: [{ lang: 'ar', text: 'خفر السواحل' }], weight: 2 }],
        onlyHere: [{ kind: 'number', forms: [{ lang: 'en', text: '40 lorries' }], weight: 1 }],
      },
    },
    ...over,
  };
}

/** A saved story for tests. */
export function savedStory(story: Partial<FoundStory> = {}, over: Partial<SavedStory> = {}): SavedStory {
  const found = foundStory(story);
  return {
    id: found.id,
    savedAt: '2025-03-02T08:30:00.000Z',
    page: {
      title: 'A bridge for the harbour',
      lang: 'en',
      site: 'The Daily Example',
      url: 'https://daily.example/bridge',
      publishedAt: '2025-03-01T18:00+01:00',
    },
    story: found,
    ...over,
  };
}
