/** Two independent 32-bit halves of a hash. */
export interface WideHash {
  readonly high: number;
  readonly low: number;
}

/**
 * A hash of 64 bits over UTF-16 code units: two multiplicative hashes side by side, mixed at the end. After cyrb53 by
 * bryc (public domain), with all bits kept.
 */
export function wideHash(text: string): WideHash {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return { high: b >>> 0, low: a >>> 0 };
}

/** A string as a number of 53 bits, for the keys of a map. */
export function hashNumber(text: string): number {
  const { high, low } = wideHash(text);
  return high * 2 ** 21 + (low >>> 11);
}
