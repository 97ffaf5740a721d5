import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeIndex } from '../../../index/decode';
import { encodeIndex } from '../../../index/encode';
import { searchIndex, weigh } from '../../../index/search';
import type { IndexSource } from '../../../index/types';
import type { SyntheticArticle } from '../corpus';
import type { Engine } from './types';

const FILE = 'index.bin';

export const sidelight: Engine = {
  async createBuilder() {
    const sources: IndexSource[] = [];
    return {
      async add(articles) {
        for (const article of articles) sources.push(sourceOf(article));
      },
      save: (folder) => writeFile(join(folder, FILE), encodeIndex(sources)),
    };
  },

  async open(folder) {
    const index = decodeIndex(await readFile(join(folder, FILE)));
    return {
      async search(terms, limit) {
        const cosines = searchIndex(index, weigh(index, { version: 0, lang: 'en', terms }));
        const numbers = [...cosines.keys()].sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
        return numbers.slice(0, limit);
      },
    };
  },
};

/** An article as the index takes it. */
export function sourceOf({ id, lang, date, title, url, site, terms }: SyntheticArticle): IndexSource {
  const document = { id, kind: 'article', lang, date, titles: { [lang]: title }, url, site } as const;
  return { document: { ...document, coverage: [], follows: [] }, terms };
}
