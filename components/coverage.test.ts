import { describe, expect, it } from 'vitest';
import type { Aligned, Report } from '../lib/match/types';
import { bestReports, countOthers, groupCoverage, pairsFor, titleIn } from './coverage';

function report(lang: string, date: string | null = null): Report {
  return { lang, date, outlet: `Outlet ${lang}`, url: `https://${lang}.example/${date}`, headline: null };
}

const TITLES = { en: 'A letter', hi: 'एक पत्र', 'zh-Hans': '一封信' };

describe('grouping reports', () => {
  const story = {
    titles: TITLES,
    coverage: [report('ru'), report('ru'), report('bn'), report('hi'), report('es'), report('pt-BR'), report('pt')],
  };

  it("puts the reader's languages first and in the reader's order, then those with most reports", () => {
    const { others } = groupCoverage(story, 'hi', ['es', 'bn']);
    expect(others.map(({ lang }) => lang)).toEqual(['es', 'bn', 'pt', 'ru']);
  });

  it("keeps the article's own language apart, whatever its region", () => {
    const { others, same } = groupCoverage(story, 'pt-PT', []);
    expect(same?.reports).toHaveLength(2);
    expect(others.map(({ lang }) => lang)).not.toContain('pt');
  });

  it('takes an article of unknown language for none of them', () => {
    const { others, same } = groupCoverage({ titles: {}, coverage: [report('und'), report('en')] }, 'und', []);
    expect(same).toBeNull();
    expect(others).toHaveLength(2);
  });

  it('orders reports by date, undated ones last', () => {
    const coverage = [report('en'), report('en', '2025-06-24'), report('en', '2025-06-23')];
    const [group] = groupCoverage({ titles: {}, coverage }, 'hi', []).others;
    expect(group?.reports.map(({ date }) => date)).toEqual(['2025-06-23', '2025-06-24', null]);
  });

  it('counts the reports of several stories together', () => {
    expect(countOthers([story, { titles: {}, coverage: [report('bn')] }], 'hi', ['bn'])).toEqual([
      { lang: 'bn', reports: 2 },
      { lang: 'pt', reports: 2 },
      { lang: 'ru', reports: 2 },
      { lang: 'es', reports: 1 },
    ]);
  });

  it('takes one report of each language for a glance', () => {
    const { others } = groupCoverage(story, 'hi', ['ru']);
    expect(bestReports(others, 2).map(({ report: { lang } }) => lang)).toEqual(['ru', 'pt-BR']);
  });
});

describe("a story's title", () => {
  it('is in the language asked for, by its primary subtag', () => {
    expect(titleIn(TITLES, ['zh'])).toEqual({ lang: 'zh-Hans', text: '一封信' });
  });

  it('else in English, else in any', () => {
    expect(titleIn(TITLES, ['fa'])?.lang).toBe('en');
    expect(titleIn({ hi: 'एक पत्र' }, ['fa'])?.lang).toBe('hi');
    expect(titleIn({}, ['fa'])).toBeNull();
  });
});

describe('the pairs that explain a match', () => {
  const pair = (here: string, ...there: [lang: string, text: string][]): Aligned => ({
    kind: 'name',
    here: { lang: 'hi', text: here },
    there: there.map(([lang, text]) => ({ lang, text })),
    weight: 0.1,
  });
  const why = [
    pair('पुतिन', ['en', 'Putin'], ['bn', 'পুতিন']),
    pair('मॉस्को', ['en', 'Moscow'], ['bn', 'মস্কো']),
    pair('क्रेमलिन', ['en', 'Kremlin']),
    pair('ईरान', ['ru', 'Иран']),
  ];

  it('have a form in the language of the reports', () => {
    expect(pairsFor(why, 'bn', 8).map(({ there }) => there.text)).toEqual(['পুতিন', 'মস্কো']);
  });

  it('are filled up where fewer than two have one, those that have it first', () => {
    expect(pairsFor(why, 'ru', 8).map(({ there }) => there.text)).toEqual(['Иран', 'Putin', 'Moscow', 'Kremlin']);
  });

  it('are no more than asked for, and none without a form', () => {
    expect(pairsFor(why, 'en', 2)).toHaveLength(2);
    expect(pairsFor([pair('पुतिन')], 'bn', 8)).toEqual([]);
  });
});
