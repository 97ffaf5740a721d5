/** How languages put words together, as far as looking them up needs it. */
import { kindOfKey } from '../fingerprint/term-kind';

/** Phrases of more words are not looked for; Vietnamese puts a space after every syllable. */
export function longestPhrase(lang: string): number {
  return lang === 'vi' ? 8 : 4;
}

/** The languages that write most names as English does: what is the same is kept in the English table alone. */
export const NAMES_AS_IN_ENGLISH: ReadonlySet<string> = new Set(
  'tr pl cs ro de fr es pt it nl id sw sv fil ha az hu fi no da uz ms'.split(' '),
);

/** A name of English: an entity or a place. */
export function isSharedName(keys: readonly string[]): boolean {
  return keys.every((key) => ['entity', 'place'].includes(kindOfKey(key) ?? ''));
}

/** Languages whose words take no endings: half of a Vietnamese or Thai word is another word. */
export const ISOLATING: ReadonlySet<string> = new Set(['vi', 'th', 'lo', 'km', 'my', 'zh', 'ja']);

/** Languages whose words do not change their last letter. Korean adds particles, but 우크라이나는 is not 우크라이나어. */
export const KEEPS_LAST_LETTER: ReadonlySet<string> = new Set([...ISOLATING, 'ko']);

/**
 * Letters that Arabic and Hebrew write together with the next word: and, the, in, to, from, like, that; and the particles
 * that Korean writes together with the noun before them. Each way is tried by itself, since the letter may be the word's own.
 */
const CLITICS: Readonly<Record<string, readonly RegExp[]>> = {
  ar: [/^(?:[وف]?[بکل]?ال|[وف]?لل)(?=.{3})/u, /^[وفبکل](?=.{3})/u, /^[وف][بکل](?=.{3})/u],
  he: [/^[ובלמהשכ](?=.{3})/u, /^[ובלמהשכ]{2}(?=.{3})/u],
  ko: [/(?<=.{2})(?:에게서|에서는|에서도|에서|에게|에는|에도|으로|까지|부터|과의|와의|[은는이가을를의에와과도로만])$/u],
};

const NONE: readonly string[] = [];

/** A word less what may be written together with it, each possibility once, the likeliest first. */
export function withoutClitics(lang: string, form: string): readonly string[] {
  const clitics = CLITICS[lang];
  if (clitics === undefined) return NONE;
  const bare = clitics.map((clitic) => form.replace(clitic, ''));
  return [...new Set(bare)].filter((word) => word !== form);
}
