import { describe, expect, it } from 'vitest';
import { fold } from './sounds';

describe('fold', () => {
  it('takes letters that write one sound together', () => {
    expect(fold('tchaikovsky')).toBe(fold('chaykofski'));
    expect(fold('schmidt')).toBe('smt');
    expect(fold('phuket')).toBe('bkt');
  });

  it('reads c by the letter behind it', () => {
    expect(fold('cesar')).toBe('sl');
    expect(fold('carlos')).toBe('kls');
    expect(fold('cc')).toBe('k');
  });

  it('takes m before a lip sound for n, and only there', () => {
    expect(fold('bombay')).toBe('bnb');
    expect(fold('moumita')).toBe('mt');
    expect(fold('kim')).toBe('km');
  });

  it('keeps only that a vowel came first', () => {
    expect(fold('obama')).toBe('abm');
    expect(fold("'ali")).toBe('al');
    expect(fold('123')).toBe('');
  });
});
