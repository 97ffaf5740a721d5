/** Terms as text, for engines that index text. */
import type { Term } from '../../../fingerprint/types';

/**
 * A term as a token. A token is the beginning of no other, so that an engine which looks for beginnings finds what the others
 * find.
 */
export function tokenOf({ key }: Term): string {
  return `${key};`;
}

/** The tokens of an article by falling strength; a strong term stands there two or three times. */
export function tokensOf(terms: readonly Term[]): string {
  const byStrength = [...terms].sort((a, b) => b.strength - a.strength);
  return byStrength
    .flatMap((term) => Array<string>(Math.max(1, Math.round(term.strength))).fill(tokenOf(term)))
    .join(' ');
}

export function splitTokens(text: string): string[] {
  return text.split(' ');
}
