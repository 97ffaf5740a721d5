import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAME_EVENT } from '../match/relation';
import { probabilitiesOf, storyOdds } from '../match/story-decision';
import { calendarDays } from '../match/time';
import { readStories } from './build-data';
import { CommandError } from './io';
import { type AskedTrial, askTrials } from './story-choices';
import { readTrials, storyNear, type Trial } from './trials';

describe('trial articles', () => {
  let trials: Trial[];
  beforeAll(async () => {
    trials = await readTrials();
  });

  it('name stories that exist, each article once, and no address', async () => {
    const known = new Set((await readStories()).map(({ id }) => id));
    expect(trials.filter((trial) => !known.has(storyNear(trial)))).toEqual([]);
    expect(new Set(trials.map(({ title, text }) => title + text)).size).toBe(trials.length);
    expect(trials.filter(({ title, text }) => /https?:|www\./.test(title + text))).toEqual([]);
  });

  it('report a story within days of it', () => {
    const days = trials.flatMap(({ story, publishedAt }) =>
      story === null || publishedAt === null ? [] : [calendarDays(story.slice(0, 10), publishedAt) ?? Number.NaN],
    );
    expect(Math.min(...days)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...days)).toBeLessThanOrEqual(10);
  });

  // Floors below what `npm run bench:stories` says, so that a change which costs matches is seen here.
  it('are given their story, and another event of the same actors seldom', async () => {
    const answers = (await askTrials(trials)).map((asked) => ({ ...asked, shown: shownOf(asked) }));
    const share = (some: readonly { ok: boolean }[]): number => some.filter(({ ok }) => ok).length / some.length;
    const of = (asking: AskedTrial['asking'], setting: AskedTrial['setting'] = 'as it is') =>
      answers.filter((one) => one.asking === asking && one.setting === setting);
    const found = (asking: AskedTrial['asking']): number =>
      share(
        of(asking)
          .filter(({ trial }) => trial.story !== null)
          .map(({ trial, shown }) => ({ ok: shown === trial.story })),
      );
    expect(found('whole')).toBeGreaterThan(0.94);
    expect(found('headline and a sentence')).toBeGreaterThan(0.9);
    expect(found('headline alone')).toBeGreaterThan(0.8);
    expect(found('without its day')).toBeGreaterThan(0.5);
    expect(found('without the lexicon')).toBeGreaterThan(0.85);
    const neighbours = of('whole').filter(({ trial }) => trial.story === null);
    expect(share(neighbours.map(({ shown }) => ({ ok: shown === null })))).toBeGreaterThan(0.85);
    for (const setting of ['story taken out', 'on another day'] as const) {
      expect(share(of('whole', setting).map(({ shown }) => ({ ok: shown === null })))).toBeGreaterThan(0.95);
    }
  });
});

function shownOf({ candidates }: AskedTrial): string | null {
  const scores = probabilitiesOf(candidates.map(({ features }) => storyOdds(features)));
  return candidates.find((_, i) => (scores[i] ?? 0) >= SAME_EVENT)?.id ?? null;
}

describe('a folder of trials', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidelight-trials-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['no JSON', '{'],
    ['a day that is none', '{"story":"a","language":"en","publishedAt":"2025-02-31","title":"T","text":""}'],
    ['a neighbour of nothing', '{"story":null,"language":"en","publishedAt":null,"title":"T","text":""}'],
  ])('with %s is refused with its file and line', async (_, line) => {
    const good = '{"story":"a","language":"en","publishedAt":null,"title":"T","text":"Words"}';
    await writeFile(join(folder, 'en.jsonl'), `${good}\n${line}\n`);
    const reading = readTrials(folder);
    await expect(reading).rejects.toThrow(CommandError);
    await expect(reading).rejects.toThrow(/en\.jsonl:2/);
  });
});
