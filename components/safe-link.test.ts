import { expect, it } from 'vitest';
import { toSafeLink } from './safe-link';

it.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'chrome://settings',
  'https://user:secret@bank.example/',
  '//host-without-scheme.example',
  'no address',
  '',
])('makes no link of %j', (url) => {
  expect(toSafeLink(url)).toBeNull();
});

it('names where a link leads, the host as the browser reads it', () => {
  expect(toSafeLink('https://www.tass.com/politics/1')).toEqual({
    href: 'https://www.tass.com/politics/1',
    host: 'tass.com',
  });
  // Letters that look like others are told as the browser tells them.
  expect(toSafeLink('https://tаss.com/')?.host).toMatch(/^xn--/);
});
