import { expect, it } from 'vitest';
import { webAddress } from './metadata';

it.each([
  ['/a?b#c', 'https://daily.example/a?b#c'],
  ['javascript:alert(1)', null],
  ['https://[::1]:99999/', null],
  [`/${'x'.repeat(5000)}`, null],
  // Short as it is written, and nine times as long as an address.
  [`/${'क'.repeat(1000)}`, null],
])('%s is an address of the web, or none', (written, address) => {
  expect(webAddress(written, 'https://daily.example/')).toBe(address);
});

it.each(['www.daily.example', '', 'javascript:alert(1)'])('a whole address needs no base, were it %j', (base) => {
  expect(webAddress('https://daily.example/a', base)).toBe('https://daily.example/a');
  expect(webAddress('/a', base)).toBeNull();
});
