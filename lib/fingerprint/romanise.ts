/** Any script to Latin letters, close to how names sound. */
import anyAscii from 'any-ascii';
import { romaniseKana } from './kana';

const PLAIN = /^[a-z]*$/;
const ARABIC = /\p{Script=Arabic}/u;
const HEBREW = /\p{Script=Hebrew}/u;
const HAN = /^\p{Script=Han}+$/u;
const KANA = /[\p{Script=Katakana}\p{Script=Hiragana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

// Letters by sound, as the press writes foreign names; where a letter has two readings, `readings` gives both.
const ARABIC_LETTERS: Readonly<Record<string, string>> = letters(
  'ا a ب b پ p ت t ٹ t ث s ج j چ ch ح h خ kh د d ڈ d ذ z ر r ڑ r ز z ژ zh س s ش sh ص s ض z ط t ظ z ع a غ gh ف f ق k ک k گ g ل l م m ن n ں n ه h ہ h ھ h و w ی i ے e ڤ v ځ dz څ ts ړ r ږ g ښ kh ټ t ډ d ڼ n ې e ۍ i',
);
const HEBREW_LETTERS: Readonly<Record<string, string>> = letters(
  'א a ב b ג g ד d ה h ו w ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r ש sh ת t',
);

function letters(list: string): Record<string, string> {
  const words = list.split(' ');
  const table: Record<string, string> = {};
  for (let i = 0; i + 1 < words.length; i += 2) table[words[i] ?? ''] = words[i + 1] ?? '';
  return table;
}

/** The first of `readings`: Latin letters, lower case; empty where the script is unknown. */
export function romanise(word: string): string {
  return readings(word)[0] ?? '';
}

/**
 * How a word may be read, in Latin letters, lower case: one way for most, up to four for scripts whose letters have
 * several readings in foreign names. Arabic and Hebrew vav is a vowel or a v, jim is j or g, het is h or kh; pinyin's j
 * writes both g and j, its h both h and kh.
 *
 * @param word folded by `foldWord`
 */
export function readings(word: string): readonly string[] {
  if (PLAIN.test(word)) return [word];
  if (ARABIC.test(word)) return arabicReadings(word);
  if (HEBREW.test(word)) return hebrewReadings(word);
  if (HAN.test(word)) return hanReadings(word);
  if (KANA.test(word)) return [romaniseKana(word)];
  // Bengali ভ writes v, any-ascii has bh; Thai and Lao write some vowels before the consonant that they follow.
  const text = anyAscii(word.replace(/ভ/gu, 'ব').replace(/([เ-ไເ-ໄ])([ก-ฮກ-ຮ])/gu, '$2$1')).toLowerCase();
  // Korean writes a bare consonant with the vowel eu.
  return [HANGUL.test(word) ? text.replace(/eu/g, '').replace(/ae|eo/g, 'e') : text];
}

function spell(word: string, table: Readonly<Record<string, string>>): string {
  let text = '';
  for (const letter of word) text += table[letter] ?? (/[a-z]/.test(letter) ? letter : '');
  return text;
}

function arabicReadings(word: string): readonly string[] {
  const text = spell(word, ARABIC_LETTERS);
  const vowels = text.replace(/(?<=.)w/g, 'u');
  const all = new Set([vowels, text.replace(/w/g, 'v')]);
  if (word.includes('ج')) all.add(vowels.replace(/j/g, 'g'));
  return [...all];
}

function hebrewReadings(word: string): readonly string[] {
  const text = spell(word, HEBREW_LETTERS).replace(/ww/g, 'v').replace(/ii/g, 'i');
  const vowels = text.replace(/(?<=.)w/g, 'u');
  const all = new Set([vowels, text.replace(/w/g, 'v')]);
  if (word.includes('ח')) for (const reading of [...all]) all.add(reading.replace(/(?<!s)h/g, 'k'));
  return [...all];
}

function hanReadings(word: string): readonly string[] {
  const pinyin = anyAscii(word).toLowerCase().replace(/q/g, 'ch').replace(/x/g, 'sh').replace(/ng/g, 'n');
  const plain = /(?<![csz])h/g;
  return [
    ...new Set([
      pinyin.replace(/j/g, 's').replace(plain, ''),
      pinyin.replace(/j/g, 'k').replace(plain, 'k'),
      pinyin.replace(/j/g, 't').replace(plain, ''),
    ]),
  ];
}
