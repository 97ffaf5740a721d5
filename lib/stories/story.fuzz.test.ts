import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damagedRecord, FUZZ_SAMPLE } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { checkStories, parseStory, type Story, StoryError, TITLE_LANGUAGES } from './story';

const ID = '2025-03-01-harbour-bridge-opens';
const STORY: Story = {
  id: ID,
  date: '2025-03-01',
  titles: Object.fromEntries(TITLE_LANGUAGES.map((lang) => [lang, `Bridge ${lang}`])),
  people: [{ en: 'Zoë Ndiaye', hi: ['ज़ोई न्दियाये', 'ज़ो एन्डियाये'] }],
  places: [{ en: 'Lagos' }],
  organisations: [],
  topics: [{ en: 'bridge' }],
  numbers: ['40'],
  follows: [],
  coverage: ['en', 'hi', 'ar', 'de'].map((lang) => ({
    outlet: lang,
    lang,
    date: '2025-03-02',
    url: `https://${lang}.example/`,
  })),
};

it('a story source of whatever shape is one, or refused with every fault', () => {
  checkStories([parseStory(`${ID}.json`, STORY)]);
  fc.assert(
    fc.property(damagedRecord(STORY), (value) => {
      try {
        const story = parseStory(`${ID}.json`, value);
        expect(story.id).toBe(ID);
        for (const { url } of story.coverage) expect(new URL(url).protocol).toMatch(/^https?:$/);
      } catch (error) {
        expect(error).toBeInstanceOf(StoryError);
      }
    }),
    { numRuns: runsOf(FUZZ_SAMPLE) },
  );
});
