import { expect, it } from 'vitest';
import { toStorageFailure } from './storage-failure';

const full = new DOMException('No room', 'QuotaExceededError');
const loop: { inner?: unknown } = {};
loop.inner = loop;

it.each([
  ['a full disk', full, 'storage-full'],
  [
    'a full disk within the error of a transaction',
    Object.assign(new Error('aborted'), { inner: full }),
    'storage-full',
  ],
  ['a full disk as the cause', new Error('failed', { cause: full }), 'storage-full'],
  [
    'a full disk among the errors of many records',
    Object.assign(new Error('3 failed'), { failures: [full] }),
    'storage-full',
  ],
  ['anything else', new Error('closed'), 'storage-failed'],
  ['an error about itself', loop, 'storage-failed'],
  ['no error at all', undefined, 'storage-failed'],
])('%s', (_, error, code) => {
  expect(toStorageFailure(error).code).toBe(code);
});

it('keeps the words of the browser, without the stack that a database adds', () => {
  expect(toStorageFailure(new Error('closed\n at x')).detail).toBe('closed');
});
