/** Which articles of a stream have come before. */
import { textKey, weightedLength } from '../article/text';
import { comparableAddress } from '../index/address';
import { wideHash } from './hash';
import { SeenSet } from './seen-set';
import type { InputArticle } from './types';

/** What an article is to those before it. */
export type Repetition =
  | 'new'
  /** Its id has been given to another. */
  | 'same-id'
  /** The same page. */
  | 'same-address'
  /** The same text: both outlets had it from an agency, or one from the other. */
  | 'same-text';

/**
 * Letters from which on a text alone tells that two articles are one, and with its headline. A shorter one may be what
 * an outlet writes under every live page; without a text there is nothing to compare: two events share a headline.
 */
const TELLING_TEXT = 500;
const TELLING_WITH_TITLE = 100;

/** What an article is known again by. */
export interface ArticleKeys {
  readonly address: string | null;
  readonly text: string | null;
}

/** The keys of an article; null where it has not enough to be known by. */
export function articleKeys({ url, title, text }: InputArticle): ArticleKeys {
  const length = weightedLength(text);
  const told = length >= TELLING_TEXT ? text : length >= TELLING_WITH_TITLE ? `${title} ${text}` : null;
  return {
    address: url === null ? null : comparableAddress(url),
    text: told === null ? null : textKey(told),
  };
}

/** Remembers articles by hashes: at most 16 bytes each. */
export class Repetitions {
  readonly #ids = new SeenSet();
  readonly #addresses = new SeenSet();
  readonly #texts = new SeenSet();

  /** What the article is to those before; from then on it is one of them. */
  judge(article: InputArticle, keys = articleKeys(article)): Repetition {
    const [address, text] = [keyHash(keys.address), keyHash(keys.text)];
    if (address !== null && this.#addresses.has(address)) return 'same-address';
    if (text !== null && this.#texts.has(text)) {
      if (address !== null) this.#addresses.add(address);
      return 'same-text';
    }
    // An address that is the id as well needs no second place.
    if (article.id !== article.url && !this.#ids.add(wideHash(article.id))) return 'same-id';
    if (address !== null) this.#addresses.add(address);
    if (text !== null) this.#texts.add(text);
    return 'new';
  }

  /** Bytes that remembering takes. */
  get bytes(): number {
    return this.#ids.bytes + this.#addresses.bytes + this.#texts.bytes;
  }
}

function keyHash(key: string | null): ReturnType<typeof wideHash> | null {
  return key === null ? null : wideHash(key);
}
