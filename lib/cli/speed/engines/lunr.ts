import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import lunr from 'lunr';
import { splitTokens, tokenOf, tokensOf } from './texts';
import type { Engine } from './types';

const FILE = 'lunr.json';

export const plainLunr: Engine = {
  async createBuilder(folder) {
    const builder = new lunr.Builder();
    builder.ref('id');
    builder.field('terms');
    Object.assign(builder, {
      tokenizer: (text: string) => splitTokens(text).map((token) => new lunr.Token(token, {})),
    });
    return {
      async add(articles) {
        for (const { number, terms } of articles) builder.add({ id: String(number), terms: tokensOf(terms) });
      },
      save: () => writeFile(join(folder, FILE), JSON.stringify(builder.build())),
    };
  },

  async open(folder) {
    const index = lunr.Index.load(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
    return {
      async search(terms, limit) {
        const found = index.query((query) => {
          for (const term of terms) {
            query.term(tokenOf(term), { boost: term.strength, usePipeline: false, wildcard: lunr.Query.wildcard.NONE });
          }
        });
        return found.slice(0, limit).map(({ ref }) => Number(ref));
      },
      articleOf: Number,
    };
  },
};
