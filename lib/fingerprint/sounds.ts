/** Sounds that scripts confuse, as one letter. Every new word passes here, so that it is one walk over its letters. */

type Together = readonly [rest: string, sound: string];

/** Several letters that write one sound, by the first of them; the longest come first where one begins another. */
const TOGETHER: Readonly<Record<string, readonly Together[]>> = {
  s: [
    ['ch', 's'],
    ['h', 's'],
    ['z', 's'],
  ],
  c: [
    ['h', 's'],
    ['z', 's'],
    ['k', 'k'],
  ],
  t: [
    ['ch', 's'],
    ['sch', 's'],
    ['s', 's'],
    ['z', 's'],
    ['h', 't'],
  ],
  z: [['h', 's']],
  d: [
    ['z', 's'],
    ['j', 's'],
    ['h', 't'],
  ],
  p: [['h', 'b']],
  b: [['h', 'b']],
  k: [['h', 'k']],
  g: [['h', 'k']],
};
/** The sounds of single letters that are not their own; `c` before `e`, `i` and `y` is an `s`. */
const ALONE: Readonly<Record<string, string>> = {
  q: 'k',
  x: 'ks',
  c: 'k',
  j: 's',
  z: 's',
  g: 'k',
  d: 't',
  v: 'b',
  w: 'b',
  f: 'b',
  p: 'b',
  r: 'l',
};
const SOFTENS = 'eiy';
const VOWELS = 'aeiou';
/** Sounds that are left out. */
const SILENT = 'aeiouyh';
/** Before these an `m` is an `n`. */
const LIPS = 'bt';
const NOT_LATIN = /[^a-z]+/g;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const FIRST_LETTER = LETTERS.charCodeAt(0);
const SOFTENED = LETTERS.indexOf('c');
const NONE: readonly Together[] = [];
/** Both tables by the place of the letter in the alphabet. */
const TOGETHER_AT = Array.from(LETTERS, (letter) => TOGETHER[letter] ?? NONE);
const ALONE_AT = Array.from(LETTERS, (letter) => ALONE[letter] ?? letter);

/**
 * The consonants of a word in Latin letters, those that sound alike as one letter, none twice in a row; a vowel that
 * it begins with is an `a`.
 */
export function fold(romanised: string): string {
  const text = romanised.replace(NOT_LATIN, '');
  let folded = VOWELS.includes(text.charAt(0)) && text !== '' ? 'a' : '';
  let last = folded;
  let waits = false;
  for (let at = 0; at < text.length; ) {
    const letter = text.charCodeAt(at) - FIRST_LETTER;
    const together = togetherAt(text, at, letter);
    const soft = letter === SOFTENED && at + 1 < text.length && SOFTENS.includes(text.charAt(at + 1));
    const sounds = together?.[1] ?? (soft ? 's' : (ALONE_AT[letter] ?? ''));
    at += 1 + (together?.[0].length ?? 0);
    for (let i = 0; i < sounds.length; i++) {
      const sound = sounds.charAt(i);
      if (waits) {
        // The sound behind it decides what an m is.
        const nasal = LIPS.includes(sound) ? 'n' : 'm';
        if (nasal !== last) folded += nasal;
        last = nasal;
      }
      waits = sound === 'm';
      if (waits || SILENT.includes(sound)) continue;
      if (sound !== last) folded += sound;
      last = sound;
    }
  }
  return waits && last !== 'm' ? `${folded}m` : folded;
}

/** The letters that write one sound with the one that stands at a place. */
function togetherAt(text: string, at: number, letter: number): Together | undefined {
  for (const together of TOGETHER_AT[letter] ?? NONE) if (text.startsWith(together[0], at + 1)) return together;
  return undefined;
}
