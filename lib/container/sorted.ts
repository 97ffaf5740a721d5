/** Looking up in sorted typed arrays. */

/** Where a value stands in the rising stretch from `from` up to `to`, or -1. */
export function indexInSorted(values: Uint32Array | Uint16Array, value: number, from = 0, to = values.length): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = values[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The first place from `from` on, before `to`, whose value is not less; `to` where all are. */
export function lowerBound(values: Uint16Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
