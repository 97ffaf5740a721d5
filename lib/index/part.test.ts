import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../fingerprint/types';
import '../property-runs.testing';
import { decodeIndex } from './decode';
import { encodeIndex } from './encode';
import { partOf } from './part';
import { searchIndex, weigh } from './search';
import type { IndexSource } from './types';

const WORDS = ['btn', 'alks', 'mskb', 'klkt', 'tk', 'ntn'];

function article(id: string, words: readonly string[]): IndexSource {
  const about = { url: null, site: null, coverage: [], follows: [] };
  return {
    document: { id, kind: 'article', lang: 'en', date: null, titles: { en: id }, ...about },
    terms: words.map((word, i): Term => {
      const forms = [
        { lang: 'en', text: word },
        { lang: 'en', text: `${word}${id}` },
      ].slice(0, 1 + (i % 2));
      return { key: `n:${word}`, kind: 'name', strength: 1 + i, place: 'body', forms };
    }),
  };
}

describe('a part of an index', () => {
  it('answers as the whole does of its documents', () => {
    const articles = fc.array(fc.subarray(WORDS, { minLength: 1 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(articles, fc.infiniteStream(fc.boolean()), (lists, picks) => {
        const whole = decodeIndex(encodeIndex(lists.map((words, i) => article(`a${i}`, words))));
        const numbers = lists.flatMap((_, number) => (picks.next().value ? [number] : []));
        const part = partOf(whole, numbers);
        expect(part.size).toBe(numbers.length);
        const query = weigh(whole, { version: 1, lang: 'en', terms: whole.terms(0) });
        const cosines = searchIndex(whole, query);
        expect(Array.from(searchIndex(part, query))).toEqual(numbers.map((number) => cosines[number]));
        numbers.forEach((number, slot) => {
          expect(part.document(slot)).toEqual(whole.document(number));
          expect(part.terms(slot)).toEqual(whole.terms(number));
          expect(part.find(`a${number}`)).toBe(slot);
          expect(formsOf(part, slot)).toEqual(formsOf(whole, number));
        });
        for (const number of lists.keys()) {
          if (!numbers.includes(number)) expect(part.find(`a${number}`)).toBe(-1);
        }
      }),
    );
  });
});

/** The words behind all postings of a document. */
function formsOf({ postings, form }: ReturnType<typeof decodeIndex>, document: number): string[][] {
  return Array.from(postings.documents.keys())
    .filter((p) => postings.documents[p] === document)
    .map((p) =>
      Array.from(
        postings.formNumbers.subarray(postings.formStarts[p], postings.formStarts[p + 1]),
        (number) => form(number).text,
      ),
    );
}
