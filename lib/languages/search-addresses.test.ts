import { describe, expect, it } from 'vitest';
import { newsSearch, wikipediaSearch } from './search-addresses';

describe('search addresses', () => {
  it('carry the words, whatever is in them', () => {
    const news = new URL(newsSearch('ta', ['மாஸ்கோ', 'R&D #1']));
    expect(news.searchParams.get('q')).toBe('மாஸ்கோ R&D #1');
    expect(news.searchParams.get('hl')).toBe('ta');
    expect(new URL(wikipediaSearch('ta', ['a=b&c'])).searchParams.get('search')).toBe('a=b&c');
  });

  it('lead to the Wikipedia of the language', () => {
    expect(new URL(wikipediaSearch('bn', [])).host).toBe('bn.wikipedia.org');
    expect(new URL(wikipediaSearch('fil', [])).host).toBe('tl.wikipedia.org');
  });
});
