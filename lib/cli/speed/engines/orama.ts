import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, insertMultiple, load, save, search } from '@orama/orama';
import { splitTokens, tokenOf, tokensOf } from './texts';
import type { Engine } from './types';

const FILE = 'orama.json';

function createIndex() {
  return create({
    schema: { terms: 'string' } as const,
    components: {
      tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: splitTokens },
    },
  });
}

export const orama: Engine = {
  async createBuilder(folder) {
    const index = createIndex();
    return {
      async add(articles) {
        await insertMultiple(
          index,
          articles.map(({ number, terms }) => ({ id: String(number), terms: tokensOf(terms) })),
          articles.length,
        );
      },
      save: () => writeFile(join(folder, FILE), JSON.stringify(save(index))),
    };
  },

  async open(folder) {
    const index = createIndex();
    load(index, JSON.parse(await readFile(join(folder, FILE), 'utf8')));
    return {
      async search(terms, limit) {
        const { hits } = await search(index, { term: terms.map(tokenOf).join(' '), limit });
        return hits.map(({ id }) => Number(id));
      },
      articleOf: Number,
    };
  },
};
