/** Sorted arrays: looking up, and keeping the first few. */

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

/** The same, where it is likely to be near `from`: in steps that double, then between the last two. */
export function placeFrom(values: Uint16Array, value: number, from: number, to: number): number {
  let low = from;
  let step = 1;
  while (low + step < to && (values[low + step] ?? 0) < value) {
    low += step;
    step *= 2;
  }
  return lowerBound(values, value, low, Math.min(to, low + step + 1));
}

/** Puts a number at a place of a list that keeps so many: without the array that `splice` makes each time. */
export function insertAt(list: number[], at: number, value: number, most: number): void {
  for (let i = Math.min(list.length, most - 1); i > at; i--) list[i] = list[i - 1] ?? 0;
  list[at] = value;
}
