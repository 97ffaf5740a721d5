/** Article → Fingerprint. Strings only; the lexicon is passed in. */
import type { LanguageLexicon, Lexicon } from '../lexicon/types';
import { findDay } from './days';
import { bareName } from './endings';
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

/** Text beyond this many characters adds nothing to what an article is about. */
const MAX_TEXT = 12_000;
/** The lead: the first characters of the text, where the event is told. */
const LEAD = 600;
/** How much a word counts by where it stands. */
const PLACE_WEIGHT = { title: 2, lead: 1.4, body: 1 } as const;
/** A lower-case word in a script that has capitals is hardly a name. */
const LOWER_CASE = 0.4;
const MAX_FORMS = 3;
/** Skeletons of fewer letters are equal by chance too often. */
const MIN_SKELETON = 2;
const MEMO_SIZE = 50_000;

/**
 * A fingerprinter keeps what it has worked out of a word, so that one of them serves many articles.
 * @param mostWords how many words of all languages together are kept from one article to the next
 */
export function createFingerprinter(lexicon: Lexicon, mostWords = Number.POSITIVE_INFINITY): Fingerprinter {
  const memos = new Map<string, Map<string, Word>>();
  const wordsKept = (): number => Array.from(memos.values()).reduce((sum, { size }) => sum + size, 0);
  return {
    fingerprint({ title, text, lang, publishedAt = null }) {
      if (wordsKept() > mostWords) memos.clear();
      let memo = memos.get(lang);
      if (!memo || memo.size > MEMO_SIZE) {
        memo = new Map();
        memos.set(lang, memo);
      }
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
  readonly forms: Map<string, number>;
}

/** The terms of one article while it is read. */
class Draft {
  readonly #terms = new Map<string, DraftTerm>();

  constructor(
    private readonly lang: string,
    private readonly lexicon: LanguageLexicon,
    private readonly publishedAt: string | null,
    private readonly memo: Map<string, Word>,
  ) {}

  /** Reads the title first, then the text. */
  read(text: string, inTitle: boolean): void {
    const tokens = segment(text, this.lang, (word) => this.#knows(word));
    const words = tokens.map((token): PlacedWord => {
      const { text: written, at, joined } = token;
      const word = this.#wordOf(written);
      return { word, form: word.form, text: written, at, end: at + written.length, joined };
    });
    const passage: Passage = { text, lang: this.lang, words, lexicon: this.lexicon };
    for (let i = 0; i < words.length; i++) {
      const placed = words[i];
      if (!placed) continue;
      const { word, at } = placed;
      const place = inTitle ? 'title' : at < LEAD ? 'lead' : 'body';
      const formOf = (length: number): string => text.slice(at, words[i + length - 1]?.end);
      const one = findDay(passage, i, this.publishedAt) ?? findQuantity(passage, i);
      if (one) {
        this.#add(one.key, place, 1, formOf(one.length));
        i += one.length - 1;
        continue;
      }
      const phrase = this.lexicon.findPhrase(words, i);
      if (phrase) {
        for (const key of phrase.keys) this.#add(key, place, 1 / phrase.keys.length, formOf(phrase.length));
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
    return Array.from(this.#terms.values(), ({ key, place, mass, forms }) => ({
      key,
      kind: kindOfKey(key) ?? 'concept',
      strength: mass > 1 ? 1 + Math.log(mass) : mass,
      place,
      forms: [...forms]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MAX_FORMS)
        .map(([text]) => ({ lang: this.lang, text })),
    }));
  }

  #addName({ word, text }: PlacedWord, place: Place): void {
    if (word.stop) return;
    for (const bones of word.skeletons) this.#add(`n:${bones}`, place, word.nameWeight, text);
  }

  #add(key: string, place: Place, share: number, form: string): void {
    // A magnitude or unit without its number says nothing.
    if (kindOfKey(key) === null) return;
    let term = this.#terms.get(key);
    if (!term) {
      term = { key, place, mass: 0, forms: new Map() };
      this.#terms.set(key, term);
    }
    term.mass += share * PLACE_WEIGHT[place];
    term.forms.set(form, (term.forms.get(form) ?? 0) + 1);
  }

  #knows(word: string): boolean {
    return this.lexicon.find(word).length > 0 || this.lexicon.isStopWord(word);
  }

  #wordOf(written: string): Word {
    let word = this.memo.get(written);
    if (!word) {
      const text = ownCopy(written);
      const folded = foldWord(text);
      const form = foldAccents(folded, this.lang);
      const number = parseNumber(text);
      const keys = this.lexicon.findInflected(form);
      const lower = hasCapital(text) === false;
      word = {
        form,
        number,
        digits: /^\p{Nd}/u.test(text),
        stop: this.lexicon.isStopWord(form),
        // In lower case an apple is no company.
        keys: lower ? keys.filter((key) => !isEntity(key)) : keys,
        skeletons: number === null && !keys.some(isQuantity) ? this.#skeletonsOf(folded) : [],
        nameWeight: lower ? LOWER_CASE : 1,
      };
      this.memo.set(text, word);
    }
    return word;
  }

  #skeletonsOf(folded: string): readonly string[] {
    const bare = bareName(folded, this.lang);
    const all = bare === null ? skeletons(folded) : [...skeletons(bare), ...skeletons(folded)];
    return [...new Set(all)].filter((bones) => bones.length >= MIN_SKELETON);
  }
}
