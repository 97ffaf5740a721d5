/**
 * The page script with a watch in its hand, in its place in a copy of the package: what the steps of a reading take, and
 * Readability's one call among them. Leaves that on the page for the bench to read.
 */
import { Readability } from '@mozilla/readability';
import { inSlices, SLICE_MS } from '../../lib/article/in-slices';
import { readingSteps } from '../../lib/article/read-page';
import type { PageReading } from '../../lib/article/types';

/** What a reading took, in milliseconds. */
export interface Timed {
  /** From the first step to the last, the page's own turns included. */
  readonly total: number;
  readonly readability: number;
  /** All of ours around Readability. */
  readonly own: number;
  /** The longest that the page waited for us, Readability left out. */
  readonly slice: number;
  readonly kind: string;
  readonly paragraphs: number;
  readonly coarse: boolean;
}

async function read(): Promise<PageReading> {
  let readability = 0;
  const { parse } = Readability.prototype;
  Readability.prototype.parse = function timed() {
    const start = performance.now();
    try {
      return parse.call(this);
    } finally {
      readability += performance.now() - start;
    }
  };
  let own = 0;
  let slice = 0;
  let longest = 0;
  function* watched(): Generator<void, PageReading> {
    const steps = readingSteps(document, location.href);
    for (;;) {
      const start = performance.now();
      const before = readability;
      const { done, value } = steps.next();
      const took = performance.now() - start - (readability - before);
      own += took;
      slice += took;
      longest = Math.max(longest, slice);
      if (done) return value;
      // The page gets its turn after a slice, and after Readability.
      if (slice >= SLICE_MS || readability > before) slice = 0;
      yield;
    }
  }
  const start = performance.now();
  const reading = await inSlices(watched());
  const timed: Timed = {
    total: performance.now() - start,
    readability,
    own,
    slice: longest,
    kind: reading.kind,
    paragraphs: reading.paragraphs.length,
    coarse: reading.coarse,
  };
  document.documentElement.dataset.timed = JSON.stringify(timed);
  return reading;
}

export default read();
