import { describe, expect, it } from 'vitest';
import type { Term } from '../fingerprint/types';
import { decodeIndex } from '../index/decode';
import { encodeIndex } from '../index/encode';
import { differencesOf } from './differences';

function term(key: string, kind: Term['kind'], lang: string, text: string): Term {
  return { key, kind, strength: 1, place: 'body', forms: [{ lang, text }] };
}

const english = [
  term('n:ltlb', 'name', 'en', 'Lavrov'),
  term('n:bshkb', 'name', 'en', 'Peskov'),
  term('n:sbksmn', 'name', 'en', 'spokesman'),
  term('p:IR', 'place', 'en', 'Iran'),
  term('#:20%', 'number', 'en', '20 per cent'),
  term('c:letter', 'concept', 'en', 'letter'),
];
const document = { id: 'd', kind: 'article', lang: 'en', date: null, titles: {}, url: null, site: null } as const;
const index = decodeIndex(encodeIndex([{ document: { ...document, coverage: [], follows: [] }, terms: english }]));
const hindi = {
  version: 1,
  lang: 'hi',
  terms: [
    term('n:lbrb', 'name', 'hi', 'लावरोव'),
    term('p:IR', 'place', 'hi', 'ईरान'),
    term('p:RU', 'place', 'hi', 'रूस'),
    term('#:50', 'number', 'hi', '50'),
    term('c:letter', 'concept', 'hi', 'चिट्ठी'),
  ],
};

describe('differencesOf', () => {
  const { onlyHere, onlyThere } = differencesOf(index, hindi, 0);
  const words = (list: typeof onlyHere): string[] => list.map(({ forms }) => forms[0]?.text ?? '');

  it('gives what only one side has', () => {
    expect(words(onlyHere).sort()).toEqual(['50', 'रूस']);
    expect(words(onlyThere).sort()).toEqual(['20 per cent', 'Peskov']);
  });

  it('gives no name that the other side writes in its own way, and no common word', () => {
    expect(words(onlyThere)).not.toContain('Lavrov');
    expect(words(onlyThere)).not.toContain('spokesman');
  });

  it('puts first what says most', () => {
    const weights = onlyThere.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });
});
