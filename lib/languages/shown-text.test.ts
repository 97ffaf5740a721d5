import { expect, it } from 'vitest';
import { shownText } from './shown-text';

it.each([
  ['safe\u202egpj.exe', 'safegpj.exe'],
  ['\u2066a\u2069\u200bb\u00ad', 'ab'],
  ['\u001b[31mred\u0000', '[31mred'],
])('%j is shown as its letters stand', (text, shown) => {
  expect(shownText(text)).toBe(shown);
});

it.each(['می\u200cخواهم', 'क्\u200dष', 'ירושלים\u200e 2025\u200f', '👩\u200d🚀', 'a\n\tb', 'Ümlaut e\u0301'])(
  '%j stays: its marks spell it',
  (text) => {
    expect(shownText(text)).toBe(text);
  },
);
