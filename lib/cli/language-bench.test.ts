import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../article/language';
import { benchFolder } from './bench';
import { readJsonLines } from './io';

const Document = v.object({ lang: v.string(), title: v.string(), text: v.string() });
type Document = v.InferOutput<typeof Document>;

const bench = benchFolder();
const path = bench === null ? null : join(bench, 'ntrex', 'articles.jsonl');
const data = path !== null && existsSync(path) ? path : null;
if (data === null) console.log('language: no ntrex documents, its figures are not checked');

/** As much of a page as its language is told from. */
const SAMPLE = 4000;
const VIEWS: readonly (readonly [name: string, view: (document: Document) => string, least: number, worst: number])[] =
  [
    ['documents', ({ title, text }) => `${title}\n${text.slice(0, SAMPLE)}`, 0.99, 0.97],
    ['first sentences', ({ text }) => text.split('\n', 1)[0] ?? '', 0.98, 0.85],
    ['headlines alone', ({ title }) => title, 0.95, 0.6],
  ];

/** The share of each language's documents that are told right without any hint. */
function shares(documents: readonly Document[], view: (document: Document) => string): Map<string, number> {
  const counts = new Map<string, { right: number; all: number }>();
  for (const document of documents) {
    const count = counts.get(document.lang) ?? { right: 0, all: 0 };
    count.all++;
    if (detectLanguage(view(document), null) === document.lang) count.right++;
    counts.set(document.lang, count);
  }
  return new Map([...counts].map(([lang, { right, all }]) => [lang, right / all]));
}

describe.skipIf(data === null)('the language of documents in 49 languages, without any hint', async () => {
  const documents: Document[] = [];
  if (data !== null) for await (const { value } of readJsonLines(data)) documents.push(v.parse(Document, value));

  it.each(VIEWS)(
    'is told from %s',
    (name, view, least, worst) => {
      const found = [...shares(documents, view)].sort((a, b) => a[1] - b[1]);
      const mean = found.reduce((sum, [, share]) => sum + share, 0) / found.length;
      const weak = found.filter(([, share]) => share < 0.96).map(([lang, share]) => `${lang} ${share.toFixed(2)}`);
      console.log(`language: ${name} ${mean.toFixed(4)} over ${found.length}; ${weak.join(', ') || 'none below 0.96'}`);
      expect(mean).toBeGreaterThanOrEqual(least);
      expect(found[0]?.[1]).toBeGreaterThanOrEqual(worst);
    },
    60_000,
  );
});
