import { expect, it } from 'vitest';
import { toSafeLink } from './safe-link';

it('a web address becomes a link that names its host', () => {
  expect(toSafeLink('https://www.news.example/a?b=1')).toEqual({
    href: 'https://www.news.example/a?b=1',
    host: 'news.example',
  });
  expect(toSafeLink('http://news.example:8080/')).toEqual({
    href: 'http://news.example:8080/',
    host: 'news.example:8080',
  });
});

it.each([
  null,
  '',
  'news.example/a',
  '//news.example/a',
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://news.example/1',
  'file:///etc/passwd',
  'chrome://settings/',
  'https://bank.example@evil.example/',
  'https://user:secret@news.example/',
])('%s becomes no link', (url) => {
  expect(toSafeLink(url)).toBeNull();
});
