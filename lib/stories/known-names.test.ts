import { describe, expect, it } from 'vitest';
import { readStories } from '../cli/build-data';
import { checkNames, englishKeys, keysOfStories } from './known-names';

const english = englishKeys([
  { lang: 'en', form: 'Vladimir Putin', key: 'e:vladimir-putin' },
  { lang: 'en', form: 'Monday', key: 'd:w1' },
  { lang: 'hi', form: 'क्रेमलिन', key: 'e:kremlin' },
]);

describe('the names of the stories', async () => {
  const [story] = await readStories();
  if (!story) throw new Error('no story');
  const bare = { ...story, places: [], organisations: [], topics: [] };

  it('are linked to the lexicon by what English calls them', () => {
    const named = { ...bare, people: [{ en: ['Putin', 'Vladimir Putin'] }, { en: 'Monday' }, { en: 'क्रेमलिन' }] };
    expect(keysOfStories([named], english)).toEqual(new Set(['e:vladimir-putin']));
  });

  it('stand in every script where the lexicon does not know them', () => {
    expect(() => checkNames([{ ...bare, people: [{ en: 'Vladimir Putin' }] }], english)).not.toThrow();
    expect(() => checkNames([{ ...bare, people: [{ en: 'Jane Doe', hi: 'जेन डो' }] }], english)).toThrow(
      'Jane Doe has no name in bn ur ar fa ru zh ja',
    );
  });
});
