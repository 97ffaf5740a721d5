import { asciiDigits, asciiHanDate } from './digits';

/** Letters that Arabic, Persian, Urdu and Pashto write in several ways, with the one that stands for all. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ۂ: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  ؤ: 'و',
};

/** Consonants that old Malayalam fonts write with a joiner. */
const CHILLUS: Readonly<Record<string, string>> = { ണ: 'ൺ', ന: 'ൻ', ര: 'ർ', ല: 'ൽ', ള: 'ൾ' };

/**
 * A line as the tables of dates and times are written: lower case, digits 0 to 9, one spelling where a script has
 * several, no accents on Latin and Greek letters, no marks that only shape or direct the text. For comparing, not for
 * showing; the tables are folded the same way.
 */
export function foldLine(text: string): string {
  return asciiHanDate(asciiDigits(text.normalize('NFKC')))
    .toLowerCase()
    .normalize('NFD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu, '$1')
    .replace(/[ണനരലള]്\u200D/gu, (old) => CHILLUS[old.charAt(0)] ?? old)
    .normalize('NFC')
    .replace(/(?<=\p{sc=Arabic})\u200C/gu, ' ')
    .replace(
      /[\u00AD\u061C\u0640\u064B-\u065F\u0670\u093C\u09BC\u0A3C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
      '',
    )
    .replace(/[أإآٱيىېئكةہۀۂۃھؤ]/g, (letter) => ARABIC_LETTERS[letter] ?? letter)
    .replace(/ı/g, 'i')
    .replace(/[’ʼ‘׳`´]/g, "'")
    .replace(/[“”״]/g, '"');
}
