/** Article → Fingerprint. Strings only; the lexicon is passed in. */
import type { Lexicon } from '../lexicon/types';
import { bareName } from './endings';
import { foldLatin, foldWord, normaliseText } from './normalise';
import { parseNumber } from './numbers';
import { segment, type Token } from './segment';
import { skeletons } from './skeleton';
import { kindOfKey } from './term-kind';
import type { Fingerprint, Form, Term } from './types';
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
const MAX_PHRASE = 4;
const MAX_FORMS = 3;
/** Skeletons of fewer letters are equal by chance too often. */
const MIN_SKELETON = 2;
const MEMO_SIZE = 50_000;

const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

interface Draft {
  key: string;
  mass: number;
  inTitle: boolean;
  forms: Map<string, number>;
}

/** A fingerprinter keeps what it has worked out of a word, so that one of them serves many articles. */
export function createFingerprinter(lexicon: Lexicon): Fingerprinter {
  const memo = new Map<string, readonly string[]>();
  const skeletonsOf = (word: string, lang: string): readonly string[] => {
    const entry = `${lang} ${word}`;
    let known = memo.get(entry);
    if (known === undefined) {
      if (memo.size >= MEMO_SIZE) memo.clear();
      const bare = bareName(word, lang);
      const all = bare === null ? skeletons(word) : [...skeletons(bare), ...skeletons(word)];
      known = [...new Set(all)].filter((bones) => bones.length >= MIN_SKELETON);
      memo.set(entry, known);
    }
    return known;
  };

  return {
    fingerprint({ title, text, lang }) {
      const words = lexicon.language(lang);
      const drafts = new Map<string, Draft>();
      const add = (key: string, mass: number, form: string, inTitle: boolean): void => {
        let draft = drafts.get(key);
        if (!draft) {
          draft = { key, mass: 0, inTitle, forms: new Map() };
          drafts.set(key, draft);
        }
        draft.mass += mass;
        draft.forms.set(form, (draft.forms.get(form) ?? 0) + 1);
      };

      const read = (part: string, inTitle: boolean): void => {
        const tokens = segment(part, lang);
        const lookups = tokens.map((token) => foldLatin(foldWord(token.text)));
        for (let i = 0; i < tokens.length; i++) {
          const token = tokens[i];
          if (!token) continue;
          const place = inTitle ? PLACE_WEIGHT.title : token.at < LEAD ? PLACE_WEIGHT.lead : PLACE_WEIGHT.body;
          const number = parseNumber(token.text);
          if (number !== null) {
            add(`#:${number}`, place, token.text, inTitle);
            continue;
          }
          const phrase = longestPhrase(tokens, lookups, i, words.find);
          const lookup = lookups[i] ?? '';
          if (phrase.length === 1 && words.isStopWord(lookup)) continue;
          const keys = phrase.keys.length > 0 ? phrase.keys : words.findInflected(lookup);
          const form = part.slice(token.at, endOf(tokens[i + phrase.length - 1] ?? token));
          for (const key of keys) add(key, place / keys.length, form, inTitle);
          if (phrase.length > 1) {
            i += phrase.length - 1;
            continue;
          }
          const lower = CASED.test(token.text) && token.text === token.text.toLowerCase();
          for (const bones of skeletonsOf(foldWord(token.text), lang)) {
            add(`n:${bones}`, place * (lower ? LOWER_CASE : 1), token.text, inTitle);
          }
        }
      };

      read(normaliseText(title), true);
      read(normaliseText(text.slice(0, MAX_TEXT)), false);
      return { version: FINGERPRINT_VERSION, lang, terms: [...drafts.values()].map((draft) => settle(draft, lang)) };
    },
  };
}

interface Phrase {
  readonly length: number;
  readonly keys: readonly string[];
}

/** The longest run of words from `start` that the lexicon knows as written. */
function longestPhrase(
  tokens: readonly Token[],
  lookups: readonly string[],
  start: number,
  find: (form: string) => readonly string[],
): Phrase {
  for (let length = Math.min(MAX_PHRASE, tokens.length - start); length > 1; length--) {
    const joined = tokens.slice(start, start + length).every((token) => token.joined);
    const keys = find(lookups.slice(start, start + length).join(joined ? '' : ' '));
    if (keys.length > 0) return { length, keys };
  }
  return { length: 1, keys: find(lookups[start] ?? '') };
}

function endOf(token: Token): number {
  return token.at + token.text.length;
}

/** Repetition counts less and less: the strength is 1 + ln of the mass, for a mass above one. */
function settle(draft: Draft, lang: string): Term {
  const strength = draft.mass > 1 ? 1 + Math.log(draft.mass) : draft.mass;
  const forms: Form[] = [...draft.forms]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_FORMS)
    .map(([text]) => ({ lang, text }));
  return { key: draft.key, kind: kindOfKey(draft.key) ?? 'concept', strength, inTitle: draft.inTitle, forms };
}
