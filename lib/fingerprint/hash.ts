/** FNV-1a over UTF-16 code units, 32 bits. Source: http://www.isthe.com/chongo/tech/comp/fnv/ (public domain). */

export const HASH_START = 0x811c9dc5;

/** One step: feed a code unit into a running hash. Start with `HASH_START`; any prefix's hash falls out on the way. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(Math.imul(hash ^ (unit & 0xff), 0x01000193) ^ (unit >>> 8), 0x01000193) >>> 0;
}

/** The 32-bit hash of a string. */
export function hashString(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}
