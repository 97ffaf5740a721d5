/**
 * The catalogue of feeds that a reader can choose from, as the package has it (`feeds.json`). Its readable sources, with the
 * evidence for each address, are in `feeds/` (docs/feeds.md).
 */
import * as v from 'valibot';
import { baseLanguage, isSameLanguage } from '../languages/base-language';

/** What an outlet is. A broadcaster may be public or private; an organisation is international. */
export const FEED_KINDS = ['broadcaster', 'agency', 'paper', 'regional', 'online', 'organisation'] as const;

/** Outlets of each chosen language that are offered in one step: a prompt with a few names is still read. */
export const OFFERED_PER_LANGUAGE = 7;

const MAX_NAME = 100;
const Name = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(MAX_NAME, 'is too long'));

const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day'));

/** One form for each address, so that it can be a key; a port has no place in the pattern of a permission. */
const Address = v.pipe(
  v.string(),
  v.check(
    (address) => URL.canParse(address) && new URL(address).href === address,
    'is not an address in its usual form',
  ),
  v.check((address) => /^https:\/\/[^/:@]+\//.test(address), 'is not https, or has a port or a user'),
  v.check((address) => !address.includes('#'), 'has a fragment'),
);

export const FeedSchema = v.strictObject({
  /** As the outlet writes itself in the language of the feed. */
  name: Name,
  /** For readers of other scripts; null where it is the same. */
  english: v.nullable(Name),
  /** BCP 47, of the content. */
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, 'is not a language tag')),
  /** ISO 3166-1, of the outlet's seat; XK, as in CLDR, for Kosovo. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is not a country code')),
  kind: v.picklist(FEED_KINDS, 'is no kind of outlet'),
  /** https and final: where a request is not sent on. No other feed of the catalogue has it. */
  address: Address,
  /** The day on which `feeds:check` last read it without a finding; null for an unverified one. */
  checked: v.nullable(Day),
});

/** One feed of one outlet in one language. */
export type Feed = v.InferOutput<typeof FeedSchema>;
export type FeedKind = Feed['kind'];

const Catalogue = v.pipe(v.array(FeedSchema), v.minLength(1));

/** The catalogue is not what it should be; the message says where. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

/**
 * Checks a catalogue as the package has it.
 * @throws CatalogueError naming the first fault
 */
export function parseCatalogue(value: unknown): Feed[] {
  const result = v.safeParse(Catalogue, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CatalogueError(`${v.getDotPath(issue) ?? 'the catalogue'} ${issue.message}`);
}

/** Feeds in any of the languages, in the order of the languages, the best first; at most so many of each. */
export function feedsFor(
  feeds: readonly Feed[],
  languages: readonly string[],
  perLanguage: number = Number.POSITIVE_INFINITY,
): Feed[] {
  const wanted = [...new Set(languages.map(baseLanguage))];
  return wanted.flatMap((lang) => feeds.filter((feed) => isSameLanguage(feed.lang, lang)).slice(0, perLanguage));
}

/** The pattern of a permission for exactly the host that a feed is read from. */
export function originOf({ address }: Pick<Feed, 'address'>): string {
  return `https://${new URL(address).hostname}/*`;
}

/** The patterns for several feeds, each once: outlets of many languages have one host for all. */
export function originsOf(feeds: readonly Pick<Feed, 'address'>[]): string[] {
  return [...new Set(feeds.map(originOf))];
}

/** The languages that there are feeds in, as primary subtags, sorted. */
export function catalogueLanguages(feeds: readonly Feed[]): string[] {
  return [...new Set(feeds.map(({ lang }) => baseLanguage(lang)))].sort();
}
