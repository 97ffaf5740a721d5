import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_LANGUAGES } from '../languages/usual-languages';
import { faultsOf } from '../lexicon/check-news';
import type { NewsLexicon } from '../lexicon/news';
import { SCRIPTS } from '../lexicon/news-languages';
import type { Lexicon } from '../lexicon/types';
import { loadLexicon } from './bundled';
import { readNewsLexicon } from './news-source';

describe('the news lexicon', () => {
  let news: NewsLexicon;
  let lexicon: Lexicon;
  beforeAll(async () => {
    news = await readNewsLexicon();
    lexicon = await loadLexicon();
  });

  it('has no fault', () => {
    expect(faultsOf(news, (lang, form) => lexicon.language(lang).isStopWord(form))).toEqual([]);
  });

  it('is as large as promised, in every language', () => {
    expect(news.concepts.length).toBeGreaterThanOrEqual(1000);
    expect(news.entities.length).toBeGreaterThanOrEqual(600);
    expect(news.conceptForms.map(({ lang }) => lang).sort()).toEqual(Object.keys(SCRIPTS).sort());
    expect(news.entityForms.map(({ lang }) => lang).sort()).toEqual(Object.keys(SCRIPTS).sort());
  });

  it('is of the languages that a reader is offered', () => {
    expect([...USUAL_LANGUAGES].sort()).toEqual(Object.keys(SCRIPTS).sort());
  });
});
