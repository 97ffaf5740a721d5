import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleGroups } from './article-groups';
import { Repetitions } from './duplicates';
import { wideHash } from './hash';
import { SeenSet } from './seen-set';
import type { InputArticle } from './types';

const TEXT = 'The ministers signed the paper on Monday and boats may go out from July, said the board. '.repeat(7);
const article = (id: string, more: Partial<InputArticle> = {}): InputArticle => ({
  id,
  lang: 'en',
  url: `https://${id}.example/x`,
  title: 'A headline',
  text: `${id} ${TEXT}`,
  publishedAt: '2025-06-23',
  site: id,
  ...more,
});

describe('Repetitions', () => {
  const judged = (...articles: InputArticle[]) => {
    const repetitions = new Repetitions();
    return articles.map((one) => repetitions.judge(one));
  };

  it('knows an address again in its forms, and a text in its', () => {
    const first = article('a');
    expect(judged(first, article('b', { url: 'http://www.a.example/x/#top' }))).toEqual(['new', 'same-address']);
    expect(judged(first, article('b', { text: first.text.toUpperCase().replace(/ /g, '  ') }))).toEqual([
      'new',
      'same-text',
    ]);
    expect(judged(first, article('a', { url: null, text: 'other' }))).toEqual(['new', 'same-id']);
  });

  it('does not take a headline or a standing sentence for a text', () => {
    const short = { text: '', title: 'Election in spring' };
    expect(judged(article('a', short), article('b', short))).toEqual(['new', 'new']);
    const standing =
      'Follow our live coverage of the day, with all that happens here and in the world, as it happens, hour by hour.';
    expect(judged(article('a', { text: standing, title: 'A' }), article('b', { text: standing, title: 'B' }))).toEqual([
      'new',
      'new',
    ]);
    expect(judged(article('a', { text: standing }), article('b', { text: standing }))).toEqual(['new', 'same-text']);
  });
});

describe('SeenSet', () => {
  it('knows what was added, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (added, asked) => {
        const set = new SeenSet();
        const known = new Set<string>();
        for (const text of added) {
          expect(set.add(wideHash(text))).toBe(!known.has(text));
          known.add(text);
        }
        for (const text of asked) expect(set.has(wideHash(text))).toBe(known.has(text));
      }),
    );
  });

  it('takes at most 16 bytes an article of three hashes', () => {
    const set = new SeenSet();
    for (const count of [60_000, 100_000, 150_000, 200_000]) {
      for (let i = count === 60_000 ? 0 : count - 50_000; i < count; i++)
        set.add(wideHash(`https://daily.example/${i}`));
      expect((set.bytes * 3) / count).toBeLessThan(16.5);
    }
    expect((set.bytes * 3) / 200_000).toBeLessThan(16);
  });
});

describe('ArticleGroups', () => {
  /** What stays, by id, with the outlets beside it. */
  const settle = (articles: readonly InputArticle[]): Map<string, string[]> => {
    const groups = new ArticleGroups();
    const standIns = new Map<string, string>();
    const kept = articles.flatMap((one) => {
      const verdict = groups.add(one);
      if (verdict.kind === 'repeated' && verdict.standIn !== null) standIns.set(verdict.standIn, one.id);
      return verdict.kind === 'new' ? [{ one, keys: verdict.keys }] : [];
    });
    return new Map(
      kept.map(({ one, keys }) => {
        const settled = groups.settle(one, keys);
        return [standIns.get(settled?.instead ?? '') ?? one.id, settled?.reports.map(({ outlet }) => outlet) ?? []];
      }),
    );
  };

  it('keeps the earliest of a text, with the other outlets that printed it', () => {
    const wire = { text: TEXT };
    const articles = [
      article('late', { ...wire, publishedAt: '2025-06-24', title: 'Another headline' }),
      article('early', wire),
      article('other'),
      article('again', { ...wire, site: 'early', publishedAt: '2025-06-25' }),
      article('nameless', { ...wire, site: null, publishedAt: '2025-06-26' }),
    ];
    expect(settle(articles)).toEqual(
      new Map([
        ['early', ['late', 'nameless.example']],
        ['other', []],
      ]),
    );
  });

  it('keeps the same in whatever order they come', () => {
    const pool = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
      article(id, { text: i < 3 ? TEXT : `${i < 5 ? 'x' : id} ${TEXT}`, publishedAt: i % 2 ? null : `2025-06-2${i}` }),
    );
    const expected = [...settle(pool)].sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        expect([...settle(shuffled)].sort()).toEqual(expected);
      }),
    );
  });
});
