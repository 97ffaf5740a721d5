import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStories } from '../cli/build-data';
import { SCRIPTS } from '../lexicon/news-languages';
import { checkStories, parseStory, type Story } from './story';

let stories: Story[];
beforeAll(async () => {
  stories = await readStories();
});

describe('the bundled stories', () => {
  it('tell running stories: 25 at least have led to a third event', () => {
    const byId = new Map(stories.map((story) => [story.id, story]));
    const length = (id: string): number => 1 + Math.max(0, ...(byId.get(id)?.follows ?? []).map(length));
    const followed = new Set(stories.flatMap(({ follows }) => follows));
    const last = stories.filter(({ id }) => !followed.has(id) && length(id) >= 3);
    expect(last.length).toBeGreaterThanOrEqual(25);
  });

  it('have titles in the script of their language, each of its own', () => {
    const foreign = stories.flatMap(({ id, titles }) =>
      Object.entries(titles).flatMap(([lang, title]) => (SCRIPTS[lang]?.test(title) ? [] : [`${id}: ${lang}`])),
    );
    expect(foreign).toEqual([]);
    for (const { id, titles } of stories)
      expect(new Set(Object.values(titles)).size, id).toBe(Object.keys(titles).length);
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

describe('a file that is no JSON', () => {
  it('is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sidelight-stories-'));
    await writeFile(join(folder, 'broken.json'), '{"id": ');
    await expect(readStories(folder)).rejects.toThrow(/^broken\.json: /);
    await rm(folder, { recursive: true });
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
    expect(withReports({ ...report, url: 'https:report' })).toThrow('has no host');
    expect(withReports({ ...report, lang: 'english' })).toThrow('not a language code');
    expect(withReports({ ...report, lang: 'xq' })).toThrow('not a language code');
    // Filipino has a code of its own, Tagalog's is an alias of it.
    expect(withReports({ ...report, lang: 'tl' })).toThrow('not a language code');
    expect(withReports({ ...report, date: '2020-01-01' })).toThrow('more than a week');
    expect(withReports({ ...report, date: null })).not.toThrow('more than a week');
  });
});

describe('checkStories', () => {
  it('refuses links to later or missing stories, and one address in two', () => {
    const [a, b] = stories;
    if (!a || !b) throw new Error('no stories');
    expect(() => checkStories([{ ...a, follows: ['nothing'] }])).toThrow('does not exist');
    expect(() => checkStories([{ ...a, follows: [a.id] }])).toThrow('not earlier');
    expect(() => checkStories([a, { ...b, follows: [], coverage: a.coverage }])).toThrow('is in');
    const same = a.coverage.map((report) => ({ ...report, url: `${report.url}#comments` }));
    expect(() => checkStories([a, { ...b, follows: [], coverage: same }])).toThrow('is in');
  });
});
