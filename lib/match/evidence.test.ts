import { describe, expect, it } from 'vitest';
import type { Term } from '../fingerprint/types';
import { decodeIndex } from '../index/decode';
import { encodeIndex } from '../index/encode';
import { meetingsOf, weigh } from '../index/search';
import { alignedPairs, sharedTerms } from './evidence';

function term(key: string, kind: Term['kind'], forms: Record<string, string>): Term {
  return {
    key,
    kind,
    strength: 1,
    place: 'body',
    forms: Object.entries(forms).map(([lang, text]) => ({ lang, text })),
  };
}

const fingerprint = {
  version: 1,
  lang: 'hi',
  terms: [
    term('n:btn', 'name', { hi: 'पुतिन' }),
    term('n:msk', 'name', { hi: 'मॉस्को' }),
    term('p:Europe/Moscow', 'place', { hi: 'मॉस्को' }),
    term('n:slkt', 'name', { hi: 'सलाखत' }),
    term('n:btk', 'name', { hi: 'बैठक' }),
  ],
};
const stored = [
  term('n:btn', 'name', { bn: 'পুতিন', en: 'Putin', zh: '普京' }),
  term('n:msk', 'name', { en: 'message' }),
  term('p:Europe/Moscow', 'place', { en: 'Moscow' }),
  term('n:slkt', 'name', { en: 'Zurlakhet' }),
  term('n:klmln', 'name', { en: 'Kremlin' }),
  { ...term('n:btk', 'name', { bn: 'বৈঠক' }), translations: [{ lang: 'en', text: 'meeting' }] },
];

describe('sharedTerms and alignedPairs', () => {
  const document = { id: 'd', kind: 'story', lang: 'mul', date: null, titles: {}, url: null, site: null } as const;
  const index = decodeIndex(encodeIndex([{ document: { ...document, coverage: [], follows: [] }, terms: stored }]));
  const [meetings = []] = meetingsOf(index, weigh(index, fingerprint), [0]);
  const pairs = alignedPairs(sharedTerms(meetings, new Map()));

  it('pairs the words of both sides, each language of the other with its own', () => {
    const putin = pairs.find(({ here }) => here.text === 'पुतिन');
    expect(putin?.there).toEqual(
      expect.arrayContaining([
        { lang: 'bn', text: 'পুতিন' },
        { lang: 'en', text: 'Putin' },
      ]),
    );
  });

  it('shows a word that the lexicon knows as what it means, not as what it sounds like', () => {
    const moscow = pairs.filter(({ here }) => here.text === 'मॉस्को');
    expect(moscow.map(({ kind, there }) => [kind, there[0]?.text])).toEqual([['place', 'Moscow']]);
  });

  it('calls a word that English writes without a capital no name', () => {
    const kinds = Object.fromEntries(pairs.map(({ here, kind }) => [here.text, kind]));
    expect(kinds).toMatchObject({ पुतिन: 'name', बैठक: 'concept' });
  });

  it('leaves out what only shares a skeleton', () => {
    expect(pairs.map(({ here }) => here.text)).not.toContain('सलाखत');
  });
});
