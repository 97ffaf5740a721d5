/** Article → Fingerprint. Strings only; the lexicon is passed in. */
import type { LanguageLexicon, Lexicon } from '../lexicon/types';
import { bareName } from './endings';
import { foldLatin, foldWord, normaliseText } from './normalise';
import { parseNumber } from './numbers';
import { segment, type Token } from './segment';
import { skeletons } from './skeleton';
import { kindOfKey } from './term-kind';
import type { Fingerprint, Term } from './types';
import { FINGERPRINT_VERSION } from './version';

/** What of an article goes into its fingerprint. */
export interface FingerprintSource {
  readonly title: string;
  /** Paragraphs parted by a newline. */
  readonly text: string;
  readonly lang: string;
}

export interface Fingerprinter {
  fingerprint(source: FingerprintSource): Fingerprint;
}

/** Text beyond this many characters adds nothing to what an article is about. */
const MAX_TEXT = 12_000;
/** The lead: the first characters of the text, where the event is told. */
const LEAD = 400;
/** How much a word counts by where it stands. */
const PLACE_WEIGHT = { title: 2, lead: 1.4, body: 1 } as const;
/** A lower-case word in a script that has capitals is hardly a name. */
const LOWER_CASE = 0.4;
const MAX_FORMS = 3;
/** Skeletons of fewer letters are equal by chance too often. */
const MIN_SKELETON = 2;
const MEMO_SIZE = 50_000;

const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** What is known of a word before its neighbours are looked at. */
interface Word {
  /** In lookup form. */
  readonly form: string;
  readonly number: string | null;
  readonly stop: boolean;
  /** Meanings in the lexicon. */
  readonly keys: readonly string[];
  readonly skeletons: readonly string[];
  /** How likely a name is written like this. */
  readonly nameWeight: number;
}

/** A fingerprinter keeps what it has worked out of a word, so that one of them serves many articles. */
export function createFingerprinter(lexicon: Lexicon): Fingerprinter {
  const memos = new Map<string, Map<string, Word>>();
  return {
    fingerprint({ title, text, lang }) {
      let memo = memos.get(lang);
      if (!memo || memo.size > MEMO_SIZE) {
        memo = new Map();
        memos.set(lang, memo);
      }
      const draft = new Draft(lang, lexicon.language(lang), memo);
      draft.read(normaliseText(title), true);
      draft.read(normaliseText(text.slice(0, MAX_TEXT)), false);
      return { version: FINGERPRINT_VERSION, lang, terms: draft.terms() };
    },
  };
}

interface DraftTerm {
  readonly key: string;
  readonly inTitle: boolean;
  mass: number;
  readonly forms: Map<string, number>;
}

/** The terms of one article while it is read. */
class Draft {
  readonly #terms = new Map<string, DraftTerm>();

  constructor(
    private readonly lang: string,
    private readonly words: LanguageLexicon,
    private readonly memo: Map<string, Word>,
  ) {}

  /** Reads the title first, then the text. */
  read(part: string, inTitle: boolean): void {
    const tokens = segment(part, this.lang, (word) => this.#knows(word));
    const known = tokens.map((token) => this.#wordOf(token.text));
    const phraseWords = tokens.map(({ joined }, i) => ({ form: known[i]?.form ?? '', joined }));
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      const word = known[i];
      if (!token || !word) continue;
      const place = inTitle ? PLACE_WEIGHT.title : token.at < LEAD ? PLACE_WEIGHT.lead : PLACE_WEIGHT.body;
      if (word.number !== null) {
        this.#add(`#:${word.number}`, place, token.text, inTitle);
        continue;
      }
      const phrase = this.words.findPhrase(phraseWords, i);
      if (phrase) {
        const form = part.slice(token.at, endOf(tokens[i + phrase.length - 1] ?? token));
        for (const key of phrase.keys) this.#add(key, place / phrase.keys.length, form, inTitle);
        i += phrase.length - 1;
        continue;
      }
      if (word.stop) continue;
      for (const key of word.keys) this.#add(key, place / word.keys.length, token.text, inTitle);
      for (const bones of word.skeletons) this.#add(`n:${bones}`, place * word.nameWeight, token.text, inTitle);
    }
  }

  /** Repetition counts less and less: the strength is 1 + ln of the mass, for a mass above one. */
  terms(): Term[] {
    return Array.from(this.#terms.values(), ({ key, inTitle, mass, forms }) => ({
      key,
      kind: kindOfKey(key) ?? 'concept',
      strength: mass > 1 ? 1 + Math.log(mass) : mass,
      inTitle,
      forms: [...forms]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MAX_FORMS)
        .map(([text]) => ({ lang: this.lang, text })),
    }));
  }

  #add(key: string, mass: number, form: string, inTitle: boolean): void {
    let term = this.#terms.get(key);
    if (!term) {
      term = { key, inTitle, mass: 0, forms: new Map() };
      this.#terms.set(key, term);
    }
    term.mass += mass;
    term.forms.set(form, (term.forms.get(form) ?? 0) + 1);
  }

  #knows(word: string): boolean {
    return this.words.find(word).length > 0 || this.words.isStopWord(word);
  }

  #wordOf(text: string): Word {
    let word = this.memo.get(text);
    if (!word) {
      const folded = foldWord(text);
      const form = foldLatin(folded);
      const number = parseNumber(text);
      const lower = CASED.test(text) && text === text.toLowerCase();
      word = {
        form,
        number,
        stop: this.words.isStopWord(form),
        keys: this.words.findInflected(form),
        skeletons: number === null ? this.#skeletonsOf(folded) : [],
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

function endOf(token: Token): number {
  return token.at + token.text.length;
}
