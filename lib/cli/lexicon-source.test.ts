import { describe, expect, it } from 'vitest';
import { SCRIPTS } from '../lexicon/news-languages';
import { STOP_KEY } from '../lexicon/types';
import { readLexiconEntries } from './lexicon-source';

describe('readLexiconEntries', async () => {
  const kinds = new Map<string, Map<string, number>>();
  for (const { lang, key } of await readLexiconEntries()) {
    const kind =
      key === STOP_KEY ? STOP_KEY : key.replace(/:.*/, '').replace('d', key.startsWith('d:m') ? 'month' : 'day');
    const counts = kinds.get(lang) ?? new Map<string, number>();
    kinds.set(lang, counts.set(kind, (counts.get(kind) ?? 0) + 1));
  }

  it.each(Object.keys(SCRIPTS))('has places, languages, days, concepts and stop words in %s', (lang) => {
    const count = (kind: string): number => kinds.get(lang)?.get(kind) ?? 0;
    expect(count('p')).toBeGreaterThan(500);
    expect(count('l')).toBeGreaterThan(80);
    expect(count('c')).toBeGreaterThan(500);
    expect(count('day')).toBeGreaterThanOrEqual(7);
    expect(count(STOP_KEY)).toBeGreaterThan(20);
    // Chinese and Japanese write months as numbers, which are terms of their own.
    if (lang !== 'zh' && lang !== 'ja' && lang !== 'ko' && lang !== 'vi')
      expect(count('month')).toBeGreaterThanOrEqual(12);
  });
});
