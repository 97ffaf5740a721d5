import { describe, expect, it } from 'vitest';
import { generateLines } from './article-lines';
import { compareEngines } from './compare';
import { generateArticles, TERMS } from './corpus';
import { ENGINE_NAMES } from './engines/engines';
import { agree } from './exhaustive';
import { renderTable } from './figures';
import { generateQueries } from './queries';
import { LANGUAGE_SHARES, OVERLAPS } from './term-statistics';

const CORPUS = { seed: 1, articles: 500 };

describe('the synthetic corpus', () => {
  it('is the same for everybody, and another with another seed', () => {
    const first = JSON.stringify([...generateArticles({ seed: 1, articles: 5 })]);
    expect(JSON.stringify([...generateArticles({ seed: 1, articles: 5 })])).toBe(first);
    expect(JSON.stringify([...generateArticles({ seed: 2, articles: 5 })])).not.toBe(first);
  });

  it('has sixty terms an article, dates of a month and all languages', () => {
    const articles = [...generateArticles(CORPUS)];
    expect(new Set(articles.map(({ terms }) => new Set(terms.map(({ key }) => key)).size))).toEqual(new Set([TERMS]));
    expect(new Set(articles.map(({ date }) => date.slice(0, 7)))).toEqual(new Set(['2026-10']));
    expect(new Set(articles.map(({ lang }) => lang))).toEqual(new Set(Object.keys(LANGUAGE_SHARES)));
  });

  it('has reports of one event as alike as real ones, and others as little', () => {
    const articles = [...generateArticles({ seed: 1, articles: 600 })].map((article) => ({
      ...article,
      keys: new Set(article.terms.map(({ key }) => key)),
    }));
    const together: number[] = [];
    const apart: number[] = [];
    articles.forEach((a, i) => {
      articles.slice(0, i).forEach((b, j) => {
        const same = a.event === b.event;
        // Of the unrelated every tenth pair is enough.
        if (a.lang === b.lang || !(same || (i + j) % 10 === 0)) return;
        (same ? together : apart).push(a.terms.filter(({ key }) => b.keys.has(key)).length / TERMS);
      });
    });
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(together) - OVERLAPS['one event, two languages'])).toBeLessThan(0.03);
    expect(Math.abs(mean(apart) - OVERLAPS['unrelated, two languages'])).toBeLessThan(0.03);
  });

  it('has texts of 2,000 characters', () => {
    const lines = [...generateLines({ seed: 1, articles: 20 })].map((line) => JSON.parse(line));
    expect(new Set(lines.map(({ text }) => text.length))).toEqual(new Set([2000]));
  });

  it('is asked about articles that are in it', () => {
    const articles = [...generateArticles(CORPUS)];
    for (const { source, lang, terms } of generateQueries(CORPUS, 50)) {
      const keys = new Set(articles[source]?.terms.map(({ key }) => key));
      expect(terms).toHaveLength(30);
      expect(lang).toBe(articles[source]?.lang);
      expect(terms.filter(({ key }) => keys.has(key)).length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('agree', () => {
  const near = [3, 2, 1].map((nearness, number) => ({ number, nearness }));

  it('takes another order among the equally near, and no other article or score', () => {
    expect(agree(near, near)).toBe(true);
    const last = [...near.slice(0, 2), { number: 9, nearness: 1 }];
    expect(agree(near, last)).toBe(true);
    expect(agree(near, [{ number: 9, nearness: 3 }, ...near.slice(1)])).toBe(false);
    expect(agree(near, [...near.slice(0, 2), { number: 2, nearness: 0.9 }])).toBe(false);
    expect(agree(near, near.slice(0, 2))).toBe(false);
  });
});

describe('bench:speed', () => {
  it('measures every engine, and says which does not finish', async () => {
    const common = { sizes: [500], queries: 100, seed: 1 };
    const rows = await compareEngines({ ...common, engines: ENGINE_NAMES, limitMs: 60_000 }, () => {});
    expect(rows.map(({ engine }) => engine)).toEqual(ENGINE_NAMES);
    for (const { search } of rows) {
      if (search === null || 'unfinished' in search) throw new Error(search?.unfinished ?? 'not searched');
      expect(search.sourceInTop10).toBeGreaterThan(0.9);
    }
    // Early termination changes no answer.
    expect(rows[0]?.own).toMatchObject({ articles: 500, queries: 100, agreed: 100 });
    const late = await compareEngines({ ...common, engines: ['lunr'], limitMs: 10 }, () => {});
    expect(renderTable(late)).toContain('not in 0.01 s');
  }, 120_000);
});
