import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import type { LexiconEntry } from '../lexicon/types';
import { createFingerprinter } from './fingerprint';
import { normaliseText } from './normalise';
import { segment } from './segment';
import type { LongestWord } from './unspaced';

const ENTRIES: LexiconEntry[] = [
  { lang: 'en', form: 'Russia', key: 'p:RU' },
  { lang: 'en', form: 'North Korea', key: 'p:KP' },
  { lang: 'en', form: 'letter', key: 'c:letter' },
  { lang: 'en', form: 'the', key: 'stop' },
  { lang: 'ru', form: 'Россия', key: 'p:RU' },
  { lang: 'hi', form: 'रूस', key: 'p:RU' },
  { lang: 'hi', form: 'उत्तर कोरिया', key: 'p:KP' },
  { lang: 'bn', form: 'রাশিয়া', key: 'p:RU' },
  { lang: 'zh', form: '俄罗斯', key: 'p:RU' },
  { lang: 'ar', form: 'روسيا', key: 'p:RU' },
  { lang: 'he', form: 'רוסיה', key: 'p:RU' },
  { lang: 'tr', form: 'Rusya', key: 'p:RU' },
  { lang: 'ko', form: '러시아', key: 'p:RU' },
  { lang: 'ko', form: '우크라이나', key: 'p:UA' },
  { lang: 'ko', form: '우크라이나어', key: 'l:uk' },
  { lang: 'de', form: 'März', key: 'd:m3' },
];
const { fingerprint } = createFingerprinter(decodeLexicon(compileLexicon(ENTRIES)));
const keysOf = (text: string, lang: string): string[] =>
  fingerprint({ title: '', text, lang }).terms.map(({ key }) => key);

describe('createFingerprinter', () => {
  it.each([
    ['en', 'He flew to Russia'],
    ['ru', 'Он прилетел в Россию'],
    ['hi', 'वह रूस गए'],
    ['bn', 'তিনি রাশিয়ায় গেলেন'],
    ['zh', '他抵达俄罗斯'],
    ['ar', 'وصل إلى روسيا'],
    ['he', 'הוא הגיע לרוסיה'],
    ['tr', "Rusya'ya gitti"],
    ['ko', '그는 러시아로 갔다'],
  ])('knows a country in %s with its endings and clitics', (lang, text) => {
    expect(keysOf(text, lang)).toContain('p:RU');
  });

  it('tells a Korean country with a particle from its language', () => {
    const known = (text: string) => keysOf(text, 'ko').filter((key) => /^[lp]:/.test(key));
    expect(known('우크라이나는 우크라이나에서')).toEqual(['p:UA']);
    expect(known('우크라이나어로')).toEqual(['l:uk']);
  });

  it('does not read the next articles that a page loads below its own', () => {
    const article = 'He sent a letter. '.repeat(400);
    expect(keysOf(`${article} North Korea`, 'en')).not.toContain('p:KP');
    expect(keysOf(`${article.slice(0, 5000)} North Korea`, 'en')).toContain('p:KP');
  });

  it('takes the longest phrase and keeps its form', () => {
    const { terms } = fingerprint({ title: '', text: 'उत्तर कोरिया की यात्रा', lang: 'hi' });
    expect(terms.find(({ key }) => key === 'p:KP')?.forms).toEqual([{ lang: 'hi', text: 'उत्तर कोरिया' }]);
  });

  it('reads numbers in any digits and leaves out stop words', () => {
    expect(keysOf('the २० ২০ 20', 'en')).toEqual(['#:20']);
  });

  it('counts a title more than a body, and repetition less and less', () => {
    const strengthOf = (title: string, text: string) =>
      fingerprint({ title, text, lang: 'en' }).terms[0]?.strength ?? 0;
    const body = strengthOf('', 'Putin');
    const title = strengthOf('Putin', '');
    const often = strengthOf('', 'Putin '.repeat(8));
    expect(title).toBeGreaterThan(body);
    expect(often).toBeLessThan(8 * body);
  });

  it('shows words as they are written', () => {
    const { terms } = fingerprint({ title: '', text: 'الكرملين', lang: 'ar' });
    expect(terms[0]?.forms).toEqual([{ lang: 'ar', text: 'الكرملين' }]);
  });

  it('does not change with zero-width marks, letter variants and accents', () => {
    expect(keysOf('سوريا', 'ar')).toEqual(keysOf('سوریا', 'fa'));
    expect(keysOf('im märz', 'de')).toContain('d:m3');
    expect(normaliseText('می\u200cرود')).toBe(normaliseText('میرود'));
  });
});

const nothing: LongestWord = () => 0;
const knows =
  (...words: string[]): LongestWord =>
  (units, from, to) => {
    const textOf = (length: number): string =>
      units
        .slice(from, from + length)
        .map(({ text }) => text)
        .join('');
    let length = to - from;
    while (length > 0 && !words.includes(textOf(length))) length--;
    return length;
  };
const cut = (text: string, lang: string, known = nothing) => segment(text, lang, known).map((token) => token.text);

describe('segment', () => {
  it('keeps Indic words whole, vowel signs included', () => {
    expect(cut('পুতিনের সঙ্গে বৈঠক।', 'bn')).toEqual(['পুতিনের', 'সঙ্গে', 'বৈঠক']);
  });

  it('keeps a katakana name whole beside kanji', () => {
    expect(cut('プーチン大統領', 'ja')).toContain('プーチン');
  });

  it('cuts Chinese by known words and joins the pieces of foreign names', () => {
    const known = knows('伊朗', '外长', '阿拉', '会见');
    expect(cut('伊朗外长阿拉格齐会见普京', 'zh', known)).toEqual(['伊朗', '外长', '阿拉格齐', '会见', '普京']);
  });

  it('leaves out unknown hiragana between the words of Japanese', () => {
    expect(cut('外相と会談した', 'ja', knows('会談'))).toEqual(['外相', '会談']);
  });

  it('cuts Thai by known words, never through a cluster', () => {
    const text = 'พบปูตินที่มอสโก';
    const pieces = cut(text, 'th', knows('พบ', 'ที่', 'มอสโก'));
    expect(pieces).toEqual(['พบ', 'ปูติน', 'ที่', 'มอสโก']);
    expect(pieces.join('')).toBe(text);
  });

  it('parts numbers with separators from words', () => {
    expect(cut('1,200 people, 7.7 magnitude', 'en')).toEqual(['1,200', 'people', '7.7', 'magnitude']);
  });
});
