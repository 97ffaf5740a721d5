import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from './types';
import { openNames, usualNames, writeNames } from './usual-names';

const ENTRIES: readonly LexiconEntry[] = [
  { lang: 'en', form: 'United Nations', key: 'e:un' },
  { lang: 'en', form: 'UN', key: 'e:un' },
  { lang: 'hi', form: 'संयुक्त राष्ट्र', key: 'e:un' },
  { lang: 'nl', form: 'United Nations', key: 'e:un' },
  { lang: 'en', form: 'arrest', key: 'c:arrest' },
  { lang: 'tr', form: 'tutukla', key: 'c:arrest', prefix: true },
  { lang: 'tr', form: 'tutuklama', key: 'c:arrest' },
  { lang: 'en', form: 'Kremlin', key: 'e:kremlin' },
];

describe('usual names', () => {
  const nameOf = openNames(writeNames(usualNames(ENTRIES, new Set(['e:un', 'c:arrest']))));

  it('are the first forms that are no stems', () => {
    expect(nameOf('e:un', 'hi')).toBe('संयुक्त राष्ट्र');
    expect(nameOf('e:un', 'en')).toBe('United Nations');
    expect(nameOf('c:arrest', 'tr')).toBe('tutuklama');
  });

  it('fall back to English for names alone, in languages that write them so', () => {
    expect(nameOf('e:un', 'nl')).toBe('United Nations');
    expect(nameOf('e:un', 'ta')).toBeNull();
    expect(nameOf('c:arrest', 'nl')).toBeNull();
  });

  it('are known for the keys asked for', () => {
    expect(nameOf('e:kremlin', 'en')).toBeNull();
    expect(nameOf('', 'en')).toBeNull();
  });
});
