import { expect, it } from 'vitest';
import { hostOf, originOf } from './site-origins';

it.each([
  ['https://www.news.example/2026/a?b#c', 'www.news.example'],
  ['http://News.Example:8080/', 'news.example'],
  ['https://समाचार.example/', 'xn--61b3bh3a5ab.example'],
  ['http://127.0.0.1:3000/a', '127.0.0.1'],
  ['https://reader@news.example/', 'news.example'],
])('the host of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});

it.each([
  undefined,
  '',
  'nonsense',
  'about:blank',
  'chrome://version/',
  'file:///home/reader/page.html',
  'ftp://news.example/',
  'view-source:https://news.example/',
  'http://[::1]/',
])('%s has no host that could be granted', (url) => {
  expect(hostOf(url)).toBeNull();
});

it('the pattern of a host takes both protocols and no other host', () => {
  expect(originOf('news.example')).toBe('*://news.example/*');
});
