import { expect, it } from 'vitest';
import { strays } from './check';

it('finds what is in the sources package and in no commit', () => {
  expect(strays(['README.md', 'notes.txt'], ['README.md', 'LICENSE'])).toEqual(['notes.txt']);
});
