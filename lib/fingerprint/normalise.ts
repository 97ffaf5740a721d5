/** Text normalisation that every term goes through, the same for lexicon entries and for pages. */
import rabbit from 'rabbit-node';

// Marks that change nothing about which word it is: Arabic vowel signs and tatweel, Hebrew points, zero-width
// characters (Persian and Bengali writers use and omit them freely), soft hyphens, directional controls.
const INVISIBLE =
  /[\u00ad\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

// Letters that one language types in two ways: Arabic and Persian kaf and yeh, alef with hamza or madda.
const LETTER_VARIANTS: Readonly<Record<string, string>> = {
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ۀ: 'ه',
  ؤ: 'و',
  ئ: 'ی',
  ё: 'е',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
};
const VARIANT = new RegExp(`[${Object.keys(LETTER_VARIANTS).join('')}]`, 'gu');

/**
 * Folds what no reader sees: compatibility forms (NFKC) and invisible marks. What is left is shown as evidence, so case
 * and letters stay as written.
 */
export function normaliseText(text: string): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  return isZawgyi(plain) ? rabbit.zg2uni(plain) : plain;
}

// In Unicode the vowel ေ follows its consonant; Zawgyi, an encoding of Burmese that takes the same code points for other
// things, types it in front.
const VOWELS_E = /\u1031/g;
const VOWELS_E_IN_FRONT = /(?<![\u1000-\u102a\u103b-\u103f\u104e\u1050-\u108f])\u1031/g;

/** Whether Burmese text is in the Zawgyi encoding: half of its vowels ေ stand where Unicode has none. */
function isZawgyi(text: string): boolean {
  const all = text.match(VOWELS_E)?.length ?? 0;
  return all > 0 && (text.match(VOWELS_E_IN_FRONT)?.length ?? 0) * 2 > all;
}

/** A normalised word in the form that words are compared in: lower case, one letter for its variants. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(VARIANT, (letter) => LETTER_VARIANTS[letter] ?? letter);
}

const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Whether a word of a script that has capitals is written with one; null where the script has none. */
export function hasCapital(word: string): boolean | null {
  return CASED.test(word) ? word !== word.toLowerCase() : null;
}

/** The form under which the lexicon keeps a word or a phrase of a language: normalised and folded. */
export function lookupForm(word: string, lang: string): string {
  return foldAccents(foldWord(normaliseText(word)), lang);
}

/**
 * A folded word without accents on Latin letters, as people leave them out in names: Erdoğan, Erdogan. In Vietnamese
 * they part words: bão is a storm, báo a newspaper.
 */
export function foldAccents(folded: string, lang: string): string {
  return lang === 'vi' ? folded : foldLatin(folded);
}

/**
 * Removes accents from Latin, Greek and Cyrillic-free letters only: in Indic and other scripts the combining marks are
 * vowels and stay.
 */
function foldLatin(lower: string): string {
  if (!/[\u00df-\u024f\u0370-\u03ff\u1e00-\u1eff]|\u0307/u.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/([a-z\u0370-\u03ff])[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
    .replace(/ı/gu, 'i')
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/đ/gu, 'd');
}
