import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { headingOf, whenSettled } from './when-settled';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document, and whether it counts as settled by now. */
function page(hasCome: (document: Document) => boolean = () => true) {
  const { document } = parseHTML('<!doctype html><html><head><title>A</title></head><body><h1>B</h1></body></html>');
  const done = vi.fn();
  void whenSettled(document, () => hasCome(document)).then(done);
  return { document, done };
}

it('a page is settled once nothing has changed for a moment', async () => {
  const { document, done } = page();
  await vi.advanceTimersByTimeAsync(300);
  document.body.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(300);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toHaveBeenCalled();
});

it('a page that never rests is not waited for for ever', async () => {
  const { document, done } = page();
  const ticker = setInterval(() => document.body.append(document.createElement('p')), 100);
  await vi.advanceTimersByTimeAsync(3900);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toHaveBeenCalled();
  clearInterval(ticker);
});

it('a page that has not come is waited for, though it is quiet', async () => {
  const { document, done } = page((it) => headingOf(it) !== 'A\nB');
  await vi.advanceTimersByTimeAsync(2000);
  expect(done).not.toHaveBeenCalled();
  document.querySelector('h1')?.replaceWith(Object.assign(document.createElement('h1'), { textContent: 'C' }));
  await vi.advanceTimersByTimeAsync(400);
  expect(done).toHaveBeenCalled();
});
