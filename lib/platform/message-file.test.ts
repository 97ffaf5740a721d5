import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessages, substitute } from './message-file';

const folder = fileURLToPath(new URL('../../public/_locales', import.meta.url));

describe('a file of texts', () => {
  it.each(readdirSync(folder))('is read in %s', (language) => {
    const texts = parseMessages(JSON.parse(readFileSync(`${folder}/${language}/messages.json`, 'utf8')));
    expect(texts.get('locale')).toBe(language);
    expect(texts.get('constructor')).toBeUndefined();
  });

  it.each([null, 'text', { options: 'Options' }, { options: { message: 7 } }])('is refused: %j', (json) => {
    expect(() => parseMessages(json)).toThrow();
  });
});

describe('substitution', () => {
  it('fills the places in any order, and each as often as it is there', () => {
    expect(substitute('$2, $1 and $2', ['one', 'two'])).toBe('two, one and two');
    expect(substitute('$1', [])).toBe('');
    expect(substitute('$$1 costs $1', ['$2'])).toBe('$1 costs $2');
  });

  it('takes a value as it is, whatever signs it has', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(substitute('<$1>', [value])).toBe(`<${value}>`);
      }),
    );
  });
});
