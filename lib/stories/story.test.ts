import { beforeAll, describe, expect, it } from 'vitest';
import { readStories } from '../cli/build-data';
import { checkStories, parseStory, type Story } from './story';

let stories: Story[];
beforeAll(async () => {
  stories = await readStories();
});

describe('the bundled stories', () => {
  it('pass every check, 30 of them at least', () => {
    expect(stories.length).toBeGreaterThanOrEqual(30);
    expect(() => checkStories(stories)).not.toThrow();
  });

  it('have coverage in four languages for the events of the seed articles', () => {
    const seeds = [
      '2025-06-23-araghchi-brings-putin-khamenei-letter',
      '2025-01-17-russia-iran-sign-partnership-treaty',
      '2024-06-19-putin-visits-pyongyang-signs-treaty-with-kim',
      '2024-04-09-lavrov-meets-xi-jinping-beijing',
    ];
    for (const id of seeds) {
      const languages = new Set(stories.find((story) => story.id === id)?.coverage.map(({ lang }) => lang));
      expect(languages.size, id).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('parseStory', () => {
  const good = (): Story => {
    const [first] = stories;
    if (!first) throw new Error('no story');
    return structuredClone(first);
  };
  const parse =
    (story: unknown, file = `${good().id}.json`) =>
    () =>
      parseStory(file, story);

  it('names the file and the fault', () => {
    expect(parse({ ...good(), date: '2025-02-30' })).toThrow(/\.json: date does not exist/);
    expect(parse({ ...good(), surprise: 1 })).toThrow('surprise');
    expect(parse({ ...good(), titles: { en: 'Only English' } })).toThrow('there is no title in hi');
    expect(parse(good(), 'other.json')).toThrow("is not the file's name");
    expect(parse('no story')).toThrow('.json');
  });

  it('refuses coverage that cannot be right', () => {
    const [report] = good().coverage;
    const withReports = (...coverage: unknown[]) => parse({ ...good(), coverage });
    expect(withReports(report)).toThrow('fewer than 4 languages');
    expect(withReports({ ...report, url: 'javascript:alert(1)' })).toThrow('not a web address');
    expect(withReports({ ...report, url: 'https://example.org/খবর' })).toThrow('not as a browser gives it');
    expect(withReports({ ...report, date: '2020-01-01' })).toThrow('more than a week');
  });
});

describe('checkStories', () => {
  it('refuses links to later or missing stories, and one address in two', () => {
    const [a, b] = stories;
    if (!a || !b) throw new Error('no stories');
    expect(() => checkStories([{ ...a, follows: ['nothing'] }])).toThrow('does not exist');
    expect(() => checkStories([{ ...a, follows: [a.id] }])).toThrow('not earlier');
    expect(() => checkStories([a, { ...b, follows: [], coverage: a.coverage }])).toThrow('is in');
  });
});
