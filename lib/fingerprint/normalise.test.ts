import { describe, expect, it } from 'vitest';
import { lookupForm, normaliseText } from './normalise';

describe('normaliseText', () => {
  it('reads Burmese in the Zawgyi encoding, and leaves Unicode as it is', () => {
    // "Myanmar" and "speech": the vowel ေ and the medial ြ stand in front of their consonant in Zawgyi.
    expect(normaliseText('ျမန္မာ ေျပာ')).toBe('မြန်မာ ပြော');
    expect(normaliseText('မြန်မာ ပြော')).toBe('မြန်မာ ပြော');
  });
});

describe('lookupForm', () => {
  it('takes accents off names, but not off Vietnamese words, which they part', () => {
    expect(lookupForm('Erdoğan', 'tr')).toBe('erdogan');
    expect(lookupForm('bão', 'vi')).not.toBe(lookupForm('báo', 'vi'));
  });
});
