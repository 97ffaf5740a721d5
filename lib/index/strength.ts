/**
 * Strength and place of a posting as one byte. Strengths up to 1.5 go in steps of 1/32, as small ones are told apart
 * finely; above, where they say how often a word comes, each level is 3.8 % more than the one before.
 */
import type { Place } from '../fingerprint/types';
import { PLACES } from './format';

const LEVELS = 85;
const STEP = 1 / 32;
const LINEAR = 48;
/** As strong as a word that comes 150 times. */
const STRONGEST = 6;
const GROWTH = (STRONGEST / (LINEAR * STEP)) ** (1 / (LEVELS - LINEAR));

const LEVEL_STRENGTHS = Float64Array.from({ length: LEVELS }, (_, level) =>
  level < LINEAR ? (level + 1) * STEP : LINEAR * STEP * GROWTH ** (level + 1 - LINEAR),
);

/** How many codes there are. */
export const CODES = LEVELS * PLACES.length;

/** The strength and the number of the place (`PLACES`) that a code stands for. */
export const STRENGTH_OF = Float64Array.from({ length: CODES }, (_, code) => LEVEL_STRENGTHS[code % LEVELS] ?? 0);
export const PLACE_OF = Uint8Array.from({ length: CODES }, (_, code) => Math.floor(code / LEVELS));

/** The code whose strength is nearest. */
export function codeOf(strength: number, place: Place): number {
  return PLACES.indexOf(place) * LEVELS + levelOf(strength);
}

function levelOf(strength: number): number {
  if (strength < (LINEAR + 0.5) * STEP) return Math.max(0, Math.round(strength / STEP) - 1);
  let level = LINEAR;
  while (level < LEVELS - 1 && strength > middle(level)) level++;
  return strength < middle(LINEAR - 1) ? LINEAR - 1 : level;
}

function middle(level: number): number {
  return ((LEVEL_STRENGTHS[level] ?? 0) + (LEVEL_STRENGTHS[level + 1] ?? 0)) / 2;
}
