import type { WideHash } from './hash';

/** Parts that grow each on its own, so that growing never needs the room of the whole twice. */
const PART_BITS = 12;

/** Room of a part at first; it grows by an eighth when nine tenths are taken. */
const FIRST_SLOTS = 8;
const FULL = 0.9;
const GROWTH = 1.125;

/**
 * A set of hashes that forgets all but what it needs to know them again: 4 bytes each, and at most a fifth more. The part
 * takes 12 bits, the slot holds 32: two of a million different strings are taken for one with a probability of three in
 * a hundred.
 */
export class SeenSet {
  readonly #parts: (Uint32Array | undefined)[] = new Array(1 << PART_BITS);
  readonly #counts = new Uint32Array(1 << PART_BITS);

  /** Whether the hash is new; it is in the set from then on. */
  add(hash: WideHash): boolean {
    const part = hash.high >>> (32 - PART_BITS);
    const value = hash.low === 0 ? 1 : hash.low;
    let slots = this.#parts[part] ?? new Uint32Array(FIRST_SLOTS);
    if (slots[slotOf(slots, value)] === value) return false;
    const count = (this.#counts[part] ?? 0) + 1;
    if (count > slots.length * FULL) slots = grown(slots);
    slots[slotOf(slots, value)] = value;
    this.#counts[part] = count;
    this.#parts[part] = slots;
    return true;
  }

  has(hash: WideHash): boolean {
    const slots = this.#parts[hash.high >>> (32 - PART_BITS)];
    const value = hash.low === 0 ? 1 : hash.low;
    return slots !== undefined && slots[slotOf(slots, value)] === value;
  }

  /** Bytes that the hashes take. */
  get bytes(): number {
    return this.#parts.reduce((sum, slots) => sum + (slots?.byteLength ?? 0), 0);
  }
}

/** Where a value stands, or the free slot where it would. */
function slotOf(slots: Uint32Array, value: number): number {
  // The value's upper bits spread it evenly over any number of slots.
  let at = Math.floor((value / 2 ** 32) * slots.length);
  while (slots[at] !== 0 && slots[at] !== value) at = at + 1 === slots.length ? 0 : at + 1;
  return at;
}

function grown(slots: Uint32Array): Uint32Array {
  const larger = new Uint32Array(Math.ceil(slots.length * GROWTH) + 1);
  for (const value of slots) if (value !== 0) larger[slotOf(larger, value)] = value;
  return larger;
}
