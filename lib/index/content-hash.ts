/** What an article says, as a number: orders articles without their ids or the order in which they came. */
import { hashString } from '../fingerprint/hash';
import type { IndexSource } from './types';

/** A hash of an article's date, title, address and terms, its id left out. */
export function contentHash({ document, terms }: IndexSource): number {
  const { date, titles, url } = document;
  const keys = terms.map(({ key }) => key).sort();
  return hashString([date, ...Object.values(titles), url, ...keys].join('\n'));
}
