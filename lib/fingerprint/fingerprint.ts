/** Article → Fingerprint. Strings only; the lexicon is passed in. */
import type { LanguageLexicon, Lexicon } from '../lexicon/types';
import { findDay } from './days';
import { bareName } from './endings';
import { hashString } from './hash';
import { foldAccents, foldWord, hasCapital, normaliseText } from './normalise';
import { parseNumber } from './numbers';
import { ownCopy } from './own-copy';
import { findQuantity } from './quantities';
import { segment } from './segment';
import { skeletons } from './skeleton';
import { isEntity, isQuantity, kindOfKey } from './term-kind';
import type { Fingerprint, Place, Term } from './types';
import { FINGERPRINT_VERSION } from './version';
import type { Passage, PlacedWord, Word } from './word';
import { WordMemo } from './word-memo';

/** What of an article goes into its fingerprint. */
export interface FingerprintSource {
  readonly title: string;
  /** Paragraphs parted by a newline. */
  readonly text: string;
  readonly lang: string;
  /** ISO date or date and time: what "on Monday" is counted from. */
  readonly publishedAt?: string | null;
}

export interface Fingerprinter {
  fingerprint(source: FingerprintSource): Fingerprint;
}

/**
 * Text beyond this many characters adds nothing to what an article is about: news begins with what happened, and pages
 * that load the next articles below have them in their text.
 */
const MAX_TEXT = 7000;
/** The lead: the first characters of the text, where the event is told. */
const LEAD = 600;
/** How much a word counts by where it stands. */
const PLACE_WEIGHT = { title: 2, lead: 1.4, body: 1 } as const;
/** A lower-case word in a script that has capitals is hardly a name. */
const LOWER_CASE = 0.4;
const MAX_FORMS = 3;
/** Skeletons of fewer letters are equal by chance too often. */
const MIN_SKELETON = 2;
const NO_NAMES: readonly string[] = [];
const MOST_WORDS = 40_000;

/**
 * A fingerprinter keeps what it has worked out of a word, so that one of them serves many articles.
 * @param mostWords how many words of all languages together are kept from one article to the next
 */
export function createFingerprinter(lexicon: Lexicon, mostWords = MOST_WORDS): Fingerprinter {
  const memo = new WordMemo(mostWords);
  return {
    fingerprint({ title, text, lang, publishedAt = null }) {
      const draft = new Draft(lang, lexicon.language(lang), publishedAt, memo);
      draft.read(normaliseText(title), true);
      draft.read(normaliseText(text.slice(0, MAX_TEXT)), false);
      return { version: FINGERPRINT_VERSION, lang, terms: draft.terms() };
    },
  };
}

interface DraftTerm {
  readonly key: string;
  /** Where it was first met: the title is read first, then the lead. */
  readonly place: Place;
  mass: number;
  /** As it is written, each way once, with how often: mostly there is one. */
  readonly forms: string[];
  readonly counts: number[];
}

/** The terms of one article while it is read. */
class Draft {
  readonly #terms = new Map<string, DraftTerm>();

  constructor(
    private readonly lang: string,
    private readonly lexicon: LanguageLexicon,
    private readonly publishedAt: string | null,
    private readonly memo: WordMemo,
  ) {}

  /** Reads the title first, then the text. */
  read(text: string, inTitle: boolean): void {
    const tokens = segment(text, this.lang, this.lexicon.longestWord);
    const known = this.memo.of(this.lang);
    const words = tokens.map(({ text: written, at, joined }): PlacedWord => {
      const word = known.get(written) ?? this.#wordOf(ownCopy(written));
      return { word, form: word.form, hash: word.hash, text: written, at, end: at + written.length, joined };
    });
    const passage: Passage = { text, lang: this.lang, words, lexicon: this.lexicon };
    for (let i = 0; i < words.length; i++) {
      const placed = words[i];
      if (!placed) continue;
      const { word, at } = placed;
      const place = inTitle ? 'title' : at < LEAD ? 'lead' : 'body';
      const one = findDay(passage, i, this.publishedAt) ?? findQuantity(passage, i);
      if (one) {
        this.#add(one.key, place, 1, text.slice(at, words[i + one.length - 1]?.end));
        i += one.length - 1;
        continue;
      }
      const phrase = this.lexicon.findPhrase(words, i);
      if (phrase) {
        const form = text.slice(at, words[i + phrase.length - 1]?.end);
        for (const key of phrase.keys) this.#add(key, place, 1 / phrase.keys.length, form);
        // "Vladimir Putin" is one person here; where the lexicon does not know him he is two names.
        if (phrase.keys.some(isEntity)) {
          for (const part of words.slice(i, i + phrase.length)) this.#addName(part, place);
        }
        i += phrase.length - 1;
        continue;
      }
      if (word.stop) continue;
      for (const key of word.keys) this.#add(key, place, 1 / word.keys.length, placed.text);
      this.#addName(placed, place);
    }
  }

  /** Repetition counts less and less: the strength is 1 + ln of the mass, for a mass above one. */
  terms(): Term[] {
    return Array.from(this.#terms.values(), ({ key, place, mass, forms, counts }) => ({
      key,
      kind: kindOfKey(key) ?? 'concept',
      strength: mass > 1 ? 1 + Math.log(mass) : mass,
      place,
      forms: commonest(forms, counts).map((text) => ({ lang: this.lang, text })),
    }));
  }

  #addName({ word, text }: PlacedWord, place: Place): void {
    if (word.stop) return;
    for (const key of word.names) this.#add(key, place, word.nameWeight, text);
  }

  #add(key: string, place: Place, share: number, form: string): void {
    let term = this.#terms.get(key);
    if (!term) {
      // A magnitude or unit without its number says nothing.
      if (kindOfKey(key) === null) return;
      term = { key, place, mass: 0, forms: [form], counts: [0] };
      this.#terms.set(key, term);
    }
    term.mass += share * PLACE_WEIGHT[place];
    let at = term.forms.indexOf(form);
    if (at < 0) at = term.forms.push(form) - 1;
    term.counts[at] = (term.counts[at] ?? 0) + 1;
  }

  #wordOf(text: string): Word {
    const folded = foldWord(text);
    const form = foldAccents(folded, this.lang);
    const digits = /^\p{Nd}/u.test(text);
    const number = digits ? parseNumber(text) : null;
    const keys = this.lexicon.findInflected(form);
    const lower = hasCapital(text) === false;
    const word: Word = {
      form,
      hash: hashString(form) | 0,
      number,
      digits,
      stop: this.lexicon.isStopWord(form),
      // In lower case an apple is no company.
      keys: lower && keys.some(isEntity) ? keys.filter((key) => !isEntity(key)) : keys,
      names: number === null && !keys.some(isQuantity) ? this.#namesOf(folded) : NO_NAMES,
      nameWeight: lower ? LOWER_CASE : 1,
    };
    this.memo.add(this.lang, text, word);
    return word;
  }

  #namesOf(folded: string): readonly string[] {
    const bare = bareName(folded, this.lang);
    const all = bare === null ? skeletons(folded) : [...new Set([...skeletons(bare), ...skeletons(folded)])];
    return all.filter((bones) => bones.length >= MIN_SKELETON).map((bones) => `n:${bones}`);
  }
}

/** The forms that came most often, of equals the first. */
function commonest(forms: readonly string[], counts: readonly number[]): readonly string[] {
  if (forms.length === 1) return forms;
  if (forms.length === 2) return (counts[1] ?? 0) > (counts[0] ?? 0) ? [forms[1] ?? '', forms[0] ?? ''] : forms;
  const numbers = Array.from(forms.keys()).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return numbers.slice(0, MAX_FORMS).map((number) => forms[number] ?? '');
}
