import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { splitTokens, tokenOf, tokensOf } from './texts';
import type { Engine } from './types';

const OPTIONS = { fields: ['terms'], tokenize: splitTokens, processTerm: (token: string) => token };
const FILE = 'minisearch.json';

export const miniSearch: Engine = {
  async createBuilder(folder) {
    const index = new MiniSearch(OPTIONS);
    return {
      async add(articles) {
        index.addAll(articles.map(({ number, terms }) => ({ id: number, terms: tokensOf(terms) })));
      },
      save: () => writeFile(join(folder, FILE), JSON.stringify(index)),
    };
  },

  async open(folder) {
    const index = MiniSearch.loadJSON(await readFile(join(folder, FILE), 'utf8'), OPTIONS);
    return {
      async search(terms, limit) {
        const found = index.search(terms.map(tokenOf).join(' '), {
          boostTerm: (_token, i) => terms[i]?.strength ?? 1,
        });
        return found.slice(0, limit).map(({ id }) => Number(id));
      },
      articleOf: Number,
    };
  },
};
