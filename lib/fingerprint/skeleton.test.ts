import { describe, expect, it } from 'vitest';
import { skeleton } from './skeleton';

describe('skeleton', () => {
  it.each([
    ['Putin', 'पुतिन', 'পুতিন', 'Путин', 'بوتین', 'プーチン', 'פוטין', 'ปูติน', 'புடின்', '푸틴', 'Πούτιν'],
    ['Araghchi', 'अराघची', 'আরাগচি'],
    ['Vladimir', 'व्लादिमीर', 'ভ্লাদিমির', 'Владимир'],
    ['Lavrov', 'लावरोव', 'লাভরভ', 'Лавров'],
  ])('%s is the same in other scripts', (latin, ...others) => {
    // Japanese and Korean write an r or l, f or p of their own; what all agree on is what the key keeps.
    const same = others.filter((form) => skeleton(form) === skeleton(latin));
    expect(same.length / others.length).toBeGreaterThanOrEqual(0.8);
  });

  it('parts names that sound different', () => {
    expect(skeleton('Putin')).not.toBe(skeleton('Pezeshkian'));
    expect(skeleton('Moscow')).not.toBe(skeleton('Muscat'));
  });

  it('keeps a leading vowel', () => {
    expect(skeleton('Iran')).toBe('aln');
    expect(skeleton('Ren')).toBe('ln');
  });

  it('gives nothing for signs', () => {
    expect(skeleton('—')).toBe('');
  });
});
