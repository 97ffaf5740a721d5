/** Japanese kana to Latin letters, with the combinations that foreign names use. */

const SYLLABLES: Record<string, string> = {};
const ROWS: readonly (readonly [kana: string, consonant: string])[] = [
  ['アイウエオ', ''],
  ['カキクケコ', 'k'],
  ['ガギグゲゴ', 'g'],
  ['サシスセソ', 's'],
  ['ザジズゼゾ', 'z'],
  ['タチツテト', 't'],
  ['ダヂヅデド', 'd'],
  ['ナニヌネノ', 'n'],
  ['ハヒフヘホ', 'h'],
  ['バビブベボ', 'b'],
  ['パピプペポ', 'p'],
  ['マミムメモ', 'm'],
  ['ラリルレロ', 'r'],
];
const VOWELS = 'aiueo';
for (const [kana, consonant] of ROWS) {
  [...kana].forEach((letter, i) => {
    SYLLABLES[letter] = consonant + VOWELS.charAt(i);
  });
}
Object.assign(SYLLABLES, {
  シ: 'shi',
  ジ: 'ji',
  チ: 'chi',
  ヂ: 'ji',
  ツ: 'tsu',
  ヅ: 'zu',
  フ: 'fu',
  ヴ: 'vu',
  ヤ: 'ya',
  ユ: 'yu',
  ヨ: 'yo',
  ワ: 'wa',
  ヰ: 'wi',
  ヱ: 'we',
  ヲ: 'o',
  ン: 'n',
});
/** A small letter replaces the vowel before it: シュ is shu, ティ ti, ヴァ va, ウィ wi. */
const SMALL: Readonly<Record<string, string>> = {
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
  ヮ: 'wa',
};

/** Latin letters of a word in katakana or hiragana; other letters are left out. */
export function romaniseKana(word: string): string {
  let text = '';
  for (const letter of word) {
    const kana = toKatakana(letter);
    const small = SMALL[kana];
    if (small === undefined) text += SYLLABLES[kana] ?? '';
    else text = joinSmall(text, small);
  }
  return text;
}

function joinSmall(before: string, small: string): string {
  const stem = before.replace(/[aiueo]$/, '');
  if (stem === before) return before + small;
  if (/(?:^|[aiueon])$/.test(stem) && before.endsWith('u')) return `${stem}w${small}`;
  return /(?:sh|ch|j)$/.test(stem) ? stem + small.replace('y', '') : stem + small;
}

function toKatakana(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : letter;
}
