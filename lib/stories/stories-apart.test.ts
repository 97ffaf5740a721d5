import { beforeAll, describe, expect, it } from 'vitest';
import { readStories } from '../cli/build-data';
import { loadBundled } from '../cli/bundled';
import { createFingerprinter, type Fingerprinter } from '../fingerprint/fingerprint';
import { decodeIndex } from '../index/decode';
import type { StoryIndex } from '../index/types';
import { decodeLexicon } from '../lexicon/format';
import { matchStories } from '../match/stories';

describe('the bundled stories', async () => {
  const stories = await readStories();
  let index: StoryIndex;
  let fingerprinter: Fingerprinter;
  beforeAll(async () => {
    const bundled = await loadBundled();
    index = decodeIndex(bundled.index);
    fingerprinter = createFingerprinter(decodeLexicon(bundled.lexicon));
  });

  it('are as many as promised, with their coverage', () => {
    expect(stories.length).toBeGreaterThanOrEqual(150);
    const reports = stories.flatMap(({ coverage }) => coverage);
    expect(reports.length).toBeGreaterThanOrEqual(1200);
    expect(new Set(reports.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(20);
  });

  it('are each an event of its own: no title is taken for another story', () => {
    const confused = stories.flatMap((story) =>
      ['en', 'hi', 'ar', 'zh'].flatMap((lang) => {
        const title = story.titles[lang] ?? '';
        const fingerprint = fingerprinter.fingerprint({ title, text: title, lang, publishedAt: story.date });
        const found = matchStories(index, { id: null, url: null, publishedAt: story.date, fingerprint });
        const same = found.filter(({ relation }) => relation === 'same-event').map(({ id }) => id);
        return same.length === 1 && same[0] === story.id ? [] : [`${lang} ${story.id}: ${same.join(' ')}`];
      }),
    );
    expect(confused).toEqual([]);
  }, 120_000);
});
