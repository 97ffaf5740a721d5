import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeMarkdown, linkMarkdown } from './markdown-text';

const SIGNS = '\\`*_[]<>&#|~$()!-+=.:@/0129 \n\tabw]';
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...SIGNS) }),
  fc.constantFrom(
    '](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '![x](y)',
    '1. one',
    '- - -',
    '`',
    'See https://a.example/b, HTTP://a.example',
    'at www.a.example or WWW.a.example',
    '@someone, someone@a.example',
  ),
);

/** The text that Markdown shows for one escaped as CommonMark has it: a backslash takes the meaning of a sign. */
const shown = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

it('shows a text as it is, on one line', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeMarkdown(text);
      expect(shown(escaped)).toBe(plain(text));
      expect(escaped).not.toMatch(/[\n\r]/);
    }),
  );
});

it('leaves no sign of a text its meaning', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      // What is left when every escaped sign is taken away.
      const bare = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, 'x');
      expect(bare).not.toMatch(/[\\`*_[\]<>&#|~$@]/);
      expect(bare).not.toMatch(/:\/\/|www\./i);
      expect(bare).not.toMatch(/^(?:[-+=:]|\d{1,9}[.)])/);
    }),
  );
});

it('makes a link out of whatever address, or none', () => {
  const address = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    hostile.map((text) => `https://a.example/?q=${text}`),
    fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'https://a:b@c.example', 'nonsense', ''),
  );
  fc.assert(
    fc.property(hostile, address, (text, url) => {
      const link = linkMarkdown(text, url);
      const parts = /^\[((?:[^\\[\]]|\\.)*)\]\((https?:\/\/[^\s()<>[\]\\`]+)\)$/u.exec(link);
      if (parts === null) expect(link).toBe(escapeMarkdown(text));
      else expect(shown(parts[1] ?? '')).toBe(plain(text));
      if (/^https:\/\/a\.example\//.test(url)) expect(parts).not.toBeNull();
      if (/^(?:javascript|data):/.test(url)) expect(parts).toBeNull();
    }),
  );
});

it.each([
  ['An *ordinary* title_here', 'An \\*ordinary\\* title\\_here'],
  ['5. May', '5\\. May'],
  ['- a', '\\- a'],
  ['U.S. and U.K. (2025)', 'U.S. and U.K. (2025)'],
  ['Tom & Jerry', 'Tom \\& Jerry'],
  ['https://a.example', 'https\\://a.example'],
  ['www.a.example', 'www\\.a.example'],
  ['@someone', '\\@someone'],
])('writes %s as %s', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

it('keeps an address whole', () => {
  expect(linkMarkdown('a', 'https://a.example/(x)?b=1&copy;=2&c=3')).toBe(
    '[a](https://a.example/%28x%29?b=1&amp;copy;=2&c=3)',
  );
});
