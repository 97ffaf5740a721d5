import { describe, expect, it } from 'vitest';
import { type CldrQuantities, quantitiesFromCldr } from './quantities';

const ENGLISH: CldrQuantities = {
  lang: 'en',
  spellout: {
    '%spellout-cardinal': [
      ['1', 'one;'],
      ['3', 'three;'],
      ['20', 'twenty[-→→];'],
      ['1000', '←← thousand[ →→];'],
    ],
    '%spellout-ordinal': [['3', 'third;']],
  },
  compact: {
    '1000-count-other': '0 thousand',
    '10000000-count-other': '00 million',
    '1000000000-count-other': '0B',
    '100-count-other': '0',
  },
  percent: { 'unitPattern-count-other': '{0} percent', gender: 'neuter' },
  days: { '-1': 'yesterday' },
};

describe('quantitiesFromCldr', () => {
  const found = [...quantitiesFromCldr(ENGLISH)];
  const keyOf = (form: string): string | undefined => found.find((entry) => entry.form === form)?.key;

  it('gives number words, but neither one nor ordinals nor parts of rules', () => {
    expect(keyOf('three')).toBe('#:3');
    expect([keyOf('one'), keyOf('third'), keyOf('twenty')]).toEqual([undefined, undefined, undefined]);
  });

  it('tells from the zeros what a magnitude is worth', () => {
    expect(keyOf('thousand')).toBe('x:3');
    expect(keyOf('million')).toBe('x:6');
    expect(keyOf('B')).toBeUndefined();
  });

  it('gives percent, days, and what CLDR lacks', () => {
    expect(keyOf('percent')).toBe('u:%');
    expect(keyOf('yesterday')).toBe('r:-1');
    expect(keyOf('crore')).toBe('x:7');
    expect(keyOf('neuter')).toBeUndefined();
  });
});
