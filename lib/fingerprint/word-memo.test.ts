import { describe, expect, it } from 'vitest';
import type { Word } from './word';
import { WordMemo } from './word-memo';

const word = (form: string): Word => ({
  form,
  hash: 0,
  number: null,
  digits: false,
  stop: false,
  keys: [],
  names: [],
  nameWeight: 1,
});

describe('WordMemo', () => {
  it('forgets what nobody has asked for lately, of all languages together', () => {
    const memo = new WordMemo(4);
    memo.add('en', 'asked', word('asked'));
    memo.add('de', 'forgotten', word('forgotten'));
    for (const text of ['a', 'b', 'c', 'd']) {
      memo.add('en', text, word(text));
      expect(memo.of('en').get('asked')?.form).toBe('asked');
    }
    expect(memo.of('de').get('forgotten')).toBeUndefined();
    expect(memo.of('fr').get('d')).toBeUndefined();
  });
});
