/** Which articles of a stream have come before. */
import { textKey, weightedLength } from '../article/text';
import { comparableAddress } from '../index/address';
import { type WideHash, wideHash } from './hash';
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
    if (!this.claimId(article)) return 'same-id';
    if (address !== null) this.#addresses.add(address);
    if (text !== null) this.#texts.add(text);
    return 'new';
  }

  /** Takes an id for an article, and says whether it was free. */
  claimId({ id, url }: Pick<InputArticle, 'id' | 'url'>): boolean {
    const hash = wideHash(id);
    // An address that is the id as well needs no second place.
    if (id === url) return !this.#ids.has(hash);
    const address = wideHash(comparableAddress(id));
    return !this.#addresses.has(address) && this.#ids.add(hash);
  }

  /** Whether an id is taken. */
  hasId(id: string): boolean {
    return this.#ids.has(wideHash(id)) || this.#addresses.has(wideHash(comparableAddress(id)));
  }

  /** What the article would be to those before, its text known by `text`; nothing is remembered. */
  compare({ id }: Pick<InputArticle, 'id'>, address: string | null, text: WideHash | null): Repetition {
    if (this.hasId(id)) return 'same-id';
    if (address !== null && this.#addresses.has(wideHash(address))) return 'same-address';
    return text !== null && this.#texts.has(text) ? 'same-text' : 'new';
  }

  /** Remembers an article that was not judged. */
  remember({ id, url }: Pick<InputArticle, 'id' | 'url'>, text: WideHash | null): void {
    if (id !== url) this.#ids.add(wideHash(id));
    if (url !== null) this.#addresses.add(wideHash(comparableAddress(url)));
    if (text !== null) this.#texts.add(text);
  }

  /** Bytes that remembering takes. */
  get bytes(): number {
    return this.#ids.bytes + this.#addresses.bytes + this.#texts.bytes;
  }
}

function keyHash(key: string | null): WideHash | null {
  return key === null ? null : wideHash(key);
}
