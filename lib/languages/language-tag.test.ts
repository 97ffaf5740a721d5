import { expect, it } from 'vitest';
import { isLanguageTag } from './language-tag';

it.each(['en', 'zh-Hant-TW', 'pt_BR', 'und', 'i-klingon', 'mul'])('%s is a tag', (text) => {
  expect(isLanguageTag(text)).toBe(true);
});

it.each(['', 'en\u0000', '<b>', '\u202enef', 'e n', 'evil.example/x', 'x'.repeat(36), 'en-', '__proto__'])(
  '%j is none',
  (text) => {
    expect(isLanguageTag(text)).toBe(false);
  },
);
