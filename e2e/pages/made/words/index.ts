import { ARABIC_SCRIPT } from './arabic-script';
import { EAST_ASIA } from './east-asia';
import { EUROPE } from './europe';
import { SOUTH_ASIA } from './south-asia';

/** What an outlet prints around its articles, in one language. */
export interface Words {
  readonly nav: readonly string[];
  /** A label over links to other stories. */
  readonly alsoRead: string;
  readonly share: string;
  /** A label over tags. */
  readonly tags: string;
  /** Headlines of other stories. */
  readonly others: readonly string[];
  readonly newsletter: string;
  readonly cookies: string;
  /** What a reader writes below. */
  readonly comment: string;
  /** The day and the hour of the visit, not of the article. */
  readonly clock: string;
  /** "Updated a minute ago". */
  readonly ago: string;
}

const WORDS: Readonly<Record<string, Words>> = { ...SOUTH_ASIA, ...ARABIC_SCRIPT, ...EAST_ASIA, ...EUROPE };

/** The words of a language; those of its primary subtag where the tag has none of its own. */
export function wordsOf(lang: string): Words {
  const words = WORDS[lang] ?? WORDS[lang.replace(/-.*/, '')];
  if (words === undefined) throw new Error(`No words for ${lang}`);
  return words;
}
