import { describe, expect, it } from 'vitest';
import { InvalidReading, parseReading, READING_LIMITS } from './parse-reading';
import type { PageReading } from './types';

const READING: PageReading = {
  kind: 'article',
  title: 'A headline',
  paragraphs: ['One.', 'Two.'],
  url: 'https://daily.example/a',
  canonicalUrl: null,
  site: 'The Daily Example',
  section: 'World',
  image: 'https://daily.example/a.jpg',
  byline: null,
  paywalled: false,
  live: false,
  coarse: false,
  declaredLang: 'en',
  dates: [{ source: 'text', text: '23 June 2025', beforeHeadline: true }],
};

describe('parseReading', () => {
  it('lets a reading through as it is', () => {
    expect(parseReading(structuredClone(READING))).toEqual(READING);
  });

  it('cuts what is longer than an article can be', () => {
    const paragraphs = Array.from({ length: 9000 }, () => 'x'.repeat(1000));
    const parsed = parseReading({
      ...READING,
      title: 't'.repeat(5000),
      paragraphs,
      dates: Array(999).fill(READING.dates[0]),
    });
    expect(parsed.title).toHaveLength(READING_LIMITS.title);
    expect(parsed.paragraphs.join('')).toHaveLength(READING_LIMITS.text);
    expect(parsed.dates).toHaveLength(READING_LIMITS.dates);
    expect(parseReading({ ...READING, paragraphs: Array(9000).fill('x') }).paragraphs).toHaveLength(
      READING_LIMITS.paragraphs,
    );
  });

  it('does not cut a character in half', () => {
    expect(parseReading({ ...READING, title: `${'t'.repeat(READING_LIMITS.title - 1)}😀` }).title).toBe(
      't'.repeat(READING_LIMITS.title - 1),
    );
  });

  it('takes web addresses only', () => {
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'nonsense',
      `https://x.example/${'a'.repeat(5000)}`,
    ]) {
      expect(parseReading({ ...READING, url, canonicalUrl: url, image: url })).toMatchObject({
        url: null,
        canonicalUrl: null,
        image: null,
      });
    }
    expect(parseReading({ ...READING, image: 'http://daily.example/a.jpg' }).image).toBeNull();
  });

  it('bounds a trace', () => {
    const entry = { action: 'removed', rule: 'r'.repeat(99), text: 't'.repeat(999) } as const;
    const { trace = [] } = parseReading({ ...READING, trace: Array(999).fill(entry) });
    expect(trace).toHaveLength(READING_LIMITS.trace);
    expect(trace[0]?.text).toHaveLength(READING_LIMITS.traced);
    expect(trace[0]?.rule).toHaveLength(READING_LIMITS.rule);
  });

  it('drops what it does not know', () => {
    const parsed = parseReading(JSON.parse(JSON.stringify({ ...READING, extra: 1 }).replace('"extra"', '"__proto__"')));
    expect(Object.keys(parsed).sort()).toEqual(Object.keys(READING).sort());
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });

  it.each([
    ['null', null],
    ['a string', 'reading'],
    ['a list', []],
    ['a kind of its own', { ...READING, kind: 'advert' }],
    ['a title that is none', { ...READING, title: 7 }],
    ['paragraphs that are none', { ...READING, paragraphs: [1, 2] }],
    ['a clue from nowhere', { ...READING, dates: [{ source: 'guess', text: '2025' }] }],
    ['a trace that is none', { ...READING, trace: [{ action: 'eaten', rule: 'r', text: 't' }] }],
    ['no dates', { ...READING, dates: undefined }],
  ])('refuses %s', (_, value) => {
    expect(() => parseReading(value)).toThrow(InvalidReading);
  });
});
