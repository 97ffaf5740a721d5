/** Numbers with what belongs to them: magnitudes (25 lakh, 3万5千), percent, ages, scores. */
import type { Found, Passage, PlacedWord } from './word';

/** Longest phrase that names a magnitude or a unit. */
const MAX_PHRASE = 3;
/** Larger numbers are not news. */
const MAX_VALUE = 1e16;
/** Languages that say the magnitude first: "milioni 5". */
const MAGNITUDE_FIRST = new Set(['sw', 'ha']);
const PERCENT_AFTER = /^\s?[%٪]/;
const PERCENT_BEFORE = /(?:^|[^\p{Nd}\s])[%٪]$|\s[%٪]$|百分之$/u;
const DASH = /^[-–‐−:]$/;

/**
 * The quantity that begins at a word, or null where none does: `#:2500000` for "25 lakh" and "2.5 million", `#:20%`,
 * `#:32y` for an age, `#:3-1` for a score (the larger number first: languages differ in the order).
 */
export function findQuantity(passage: Passage, start: number): Found | null {
  const { words, lang } = passage;
  if (!MAGNITUDE_FIRST.has(lang) && !isNumber(words[start])) return null;
  const ahead = MAGNITUDE_FIRST.has(lang) ? magnitudeAt(passage, start) : null;
  const first = start + (ahead?.length ?? 0);
  let value = numberOf(words[first]);
  if (value === null) return null;
  let next = first + 1;
  if (ahead) {
    value *= ahead.factor;
  } else {
    const score = scoreAt(passage, start);
    if (score) return score;
    ({ value, next } = withMagnitudes(passage, value, next));
  }
  if (value > MAX_VALUE) return null;
  const number = String(Number(value.toPrecision(12)));
  const before = passage.text.slice(Math.max(0, (words[start]?.at ?? 0) - 4), words[start]?.at);
  if (PERCENT_AFTER.test(passage.text.slice(words[next - 1]?.end, (words[next - 1]?.end ?? 0) + 2)))
    return found(`${number}%`);
  if (PERCENT_BEFORE.test(before)) return found(`${number}%`);
  if (MAGNITUDE_FIRST.has(lang)) return found(words[start - 1]?.word.keys.includes('u:%') ? `${number}%` : number);
  const unit = unitAt(passage, next);
  if (unit?.key === 'u:%') return found(`${number}%`, unit.length);
  if (unit?.key === 'u:age') return found(`${number}y`, unit.length);
  return found(number);

  function found(quantity: string, more = 0): Found {
    return { key: `#:${quantity}`, length: next - start + more };
  }
}

/** Whether a word is a number, or may name one: most are neither. */
function isNumber(placed: PlacedWord | undefined): boolean {
  return placed !== undefined && (placed.word.number !== null || placed.word.keys.length > 0);
}

/** A word that is a number, or that names one ("three"). */
function numberOf(placed: PlacedWord | undefined): number | null {
  if (!placed) return null;
  const { number, keys } = placed.word;
  const written = number ?? keys.find((key) => key.startsWith('#:'))?.slice(2);
  return written === undefined ? null : Number(written);
}

/** 25 lakh; 2 lakh crore; 3万5千 and 12 thousand 500, whose parts grow smaller. */
function withMagnitudes(passage: Passage, first: number, from: number): { value: number; next: number } {
  let magnitude = magnitudeAt(passage, from);
  if (!magnitude) return { value: first, next: from };
  let next = from;
  let factor = 1;
  while (magnitude) {
    factor *= magnitude.factor;
    next += magnitude.length;
    magnitude = magnitudeAt(passage, next);
  }
  const value = first * factor;
  const more = numberOf(passage.words[next]);
  if (more === null || passage.words[next]?.word.number === null || !Number.isInteger(more)) return { value, next };
  const rest = withMagnitudes(passage, more, next + 1);
  // "2 million 2024" is two numbers; 3万5千 and 3万5000 are one.
  const attached = rest.next > next + 1 || (passage.words[next]?.at === passage.words[next - 1]?.end && more > 9);
  return attached && rest.value < factor ? { value: value + rest.value, next: rest.next } : { value, next };
}

function magnitudeAt(passage: Passage, at: number): { factor: number; length: number } | null {
  const unit = unitAt(passage, at);
  return unit?.key.startsWith('x:') ? { factor: 10 ** Number(unit.key.slice(2)), length: unit.length } : null;
}

/** The magnitude or unit at a word: the longest phrase that is one. */
function unitAt({ words, lexicon }: Passage, at: number): Found | null {
  const word = words[at]?.word;
  if (!word) return null;
  const phrase = lexicon.findPhrase(words.slice(at, at + MAX_PHRASE), 0);
  const inPhrase = phrase?.keys.find(isUnit);
  if (phrase && inPhrase) return { key: inPhrase, length: phrase.length };
  const key = word.keys.find(isUnit);
  return key ? { key, length: 1 } : null;
}

function isUnit(key: string): boolean {
  return key.startsWith('x:') || key.startsWith('u:');
}

/** Two small numbers with a dash between and nothing else: 3-1. */
function scoreAt({ text, words }: Passage, at: number): Found | null {
  const [left, right] = [words[at], words[at + 1]];
  if (!left || !right || !isSmall(left.word.number) || !isSmall(right.word.number)) return null;
  if (!DASH.test(text.slice(left.end, right.at))) return null;
  if (/^[-–‐−:/.]\p{Nd}/u.test(text.slice(right.end, right.end + 2))) return null;
  const [more, less] = [Number(left.word.number), Number(right.word.number)].sort((a, b) => b - a);
  return { key: `#:${more}-${less}`, length: 2 };
}

function isSmall(number: string | null): boolean {
  return number !== null && /^\d{1,2}$/.test(number);
}
