import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Index } from 'flexsearch';
import * as v from 'valibot';
import { splitTokens, tokenOf, tokensOf } from './texts';
import type { Engine } from './types';

const OPTIONS = { tokenize: 'strict', encode: splitTokens } as const;
const FILE = 'flexsearch.jsonl';

/** A part of an exported index: its name and what is in it. */
const Part = v.tuple([v.string(), v.string()]);

/** An article that has some of the words is found too: no other has all thirty. */
const SOME_WORDS = { suggest: true };

export const flexSearch: Engine = {
  async createBuilder(folder) {
    const index = new Index(OPTIONS);
    return {
      async add(articles) {
        for (const { number, terms } of articles) index.add(number, tokensOf(terms));
      },
      async save() {
        const lines: string[] = [];
        await index.export((key, data) => {
          lines.push(`${JSON.stringify([key, data])}\n`);
        });
        await writeFile(join(folder, FILE), lines);
      },
    };
  },

  async open(folder) {
    const index = new Index(OPTIONS);
    const file = await open(join(folder, FILE));
    for await (const line of file.readLines()) {
      const [key, data] = v.parse(Part, JSON.parse(line));
      index.import(key, data);
    }
    return {
      async search(terms, limit) {
        const found = index.search(terms.map(tokenOf).join(' '), { ...SOME_WORDS, limit });
        return found.map(Number);
      },
      articleOf: Number,
    };
  },
};
