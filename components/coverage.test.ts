import { describe, expect, it } from 'vitest';
import { titleIn } from '../lib/languages/first-in';
import type { Aligned, Report } from '../lib/match/types';
import { bestReports, countOthers, groupCoverage, pairsFor } from './coverage';

function report(lang: string, outlet: string, date: string | null = '2025-06-23'): Report {
  return { lang, outlet, date, url: `https://${outlet}.example/`, headline: null };
}

const story = {
  titles: { en: 'A letter', hi: 'एक पत्र', 'zh-Hans': '一封信' },
  coverage: [
    report('ru', 'r1'),
    report('hi', 'h1'),
    report('bn', 'b1', null),
    report('bn-BD', 'b2', '2025-06-24'),
    report('ar', 'a1'),
    report('zh', 'z1'),
  ],
};

describe('coverage by language', () => {
  it('puts the reader’s languages first, then those with most reports, and the article’s own apart', () => {
    const { others, same } = groupCoverage(story, 'hi', ['zh', 'ar']);
    expect(others.map(({ lang }) => lang)).toEqual(['zh', 'ar', 'bn', 'ru']);
    expect(same).toMatchObject({ lang: 'hi', title: { lang: 'hi', text: 'एक पत्र' } });
  });

  it('takes regional tags together, earliest report first, undated last', () => {
    const bengali = groupCoverage(story, 'hi', []).others.find(({ lang }) => lang === 'bn');
    expect(bengali?.reports.map(({ outlet }) => outlet)).toEqual(['b2', 'b1']);
  });

  it('stands under the title in its language, else under the English one, marked as English', () => {
    const { others } = groupCoverage(story, 'hi', []);
    expect(others.find(({ lang }) => lang === 'zh')?.title).toEqual({ lang: 'zh-Hans', text: '一封信' });
    expect(others.find(({ lang }) => lang === 'ru')?.title).toEqual({ lang: 'en', text: 'A letter' });
  });

  it('keeps every language for an article whose own is unknown', () => {
    const { others, same } = groupCoverage(story, 'und', []);
    expect(others).toHaveLength(5);
    expect(same).toBeNull();
  });

  it('is empty where a story has no reports', () => {
    expect(groupCoverage({ titles: {}, coverage: [] }, 'hi', ['en'])).toEqual({ others: [], same: null });
  });

  it('gives one report of each language at a glance', () => {
    const best = bestReports(groupCoverage(story, 'hi', ['bn']).others, 2);
    expect(best.map(({ report: { outlet } }) => outlet)).toEqual(['b2', 'a1']);
  });
});

it('counts the reports of several stories together, the article’s own language left out', () => {
  const other = { titles: {}, coverage: [report('bn', 'b3'), report('hi', 'h2')] };
  expect(countOthers([story, other], 'hi', ['zh'])).toEqual([
    { lang: 'zh', reports: 1 },
    { lang: 'bn', reports: 3 },
    { lang: 'ar', reports: 1 },
    { lang: 'ru', reports: 1 },
  ]);
});

it('a title is taken in the first language that has one', () => {
  expect(titleIn(story.titles, ['ta', 'hi'])?.lang).toBe('hi');
  expect(titleIn({ fr: 'Une lettre' }, ['ta'])?.lang).toBe('fr');
  expect(titleIn({}, ['ta'])).toBeNull();
});

describe('aligned pairs', () => {
  const here = { lang: 'hi', text: 'पुतिन' };
  const why: Aligned[] = [
    {
      kind: 'name',
      here,
      there: [
        { lang: 'en', text: 'Putin' },
        { lang: 'bn', text: 'পুতিন' },
      ],
      weight: 0.5,
    },
    { kind: 'place', here, there: [{ lang: 'ru', text: 'Москва' }], weight: 0.3 },
    { kind: 'number', here, there: [], weight: 0.2 },
  ];

  it('show the form in the language of the reports, others behind it where it stands alone', () => {
    expect(pairsFor(why, 'bn', 8).map(({ there }) => there.text)).toEqual(['পুতিন', 'Москва']);
    expect(pairsFor(why, 'ru', 8).map(({ there }) => there.text)).toEqual(['Москва', 'Putin']);
    expect(pairsFor(why, 'ja', 8).map(({ there }) => there.text)).toEqual(['Putin', 'Москва']);
  });

  it('leave other languages out where two or more have a form', () => {
    const moscow: Aligned = { kind: 'place', here, there: [{ lang: 'bn', text: 'মস্কো' }], weight: 0.1 };
    const both = [...why, moscow];
    expect(pairsFor(both, 'bn', 8).map(({ there }) => there.text)).toEqual(['পুতিন', 'মস্কো']);
  });

  it('are no more than asked for', () => {
    expect(pairsFor(why, 'bn', 1)).toHaveLength(1);
  });
});
