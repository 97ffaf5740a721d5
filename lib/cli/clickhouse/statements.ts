/** The fingerprint table in SQL: schema, what is worked out after loading, and the search. */
import { kindOfKey } from '../../fingerprint/term-kind';
import type { TermKind } from '../../fingerprint/types';
import { PRIOR_ARTICLES, USUAL_SHARE } from '../../index/rarity';

/**
 * One row a term of an article, and one an article. Sorted by term, so that a query reads the rows of its own terms and no
 * others; parted by day, so that a day can be loaded, dropped or moved alone.
 */
export const SCHEMA: readonly string[] = [
  `CREATE TABLE postings (day Date, term String, document UInt32, strength Float32)
    ENGINE = MergeTree PARTITION BY day ORDER BY (term, document)`,
  `CREATE TABLE articles (day Date, document UInt32, language String, hubness Float32)
    ENGINE = MergeTree PARTITION BY day ORDER BY document`,
  `CREATE TABLE terms (term String, rarity Float64) ENGINE = MergeTree ORDER BY term`,
  `CREATE TABLE documents (document UInt32, language String, hubness Float32, norm Float64)
    ENGINE = MergeTree ORDER BY document`,
];

/** The kinds of terms by the first letters of their keys. */
const KIND_LETTERS = Array.from('npelc#d', (letter): [string, TermKind] => [letter, kindOfKey(`${letter}:`) ?? 'name']);

/** ln((n + k + 1) / (df + k·share + 1/2)), as `rarityOf` has it. */
function rarity(term: string, count: string): string {
  const letters = KIND_LETTERS.map(([letter]) => `'${letter}'`);
  const shares = KIND_LETTERS.map(([, kind]) => `toFloat64(${USUAL_SHARE[kind]})`);
  const share = `transform(substring(${term}, 1, 1), [${letters}], [${shares}], toFloat64(0.01))`;
  const all = '(SELECT count() FROM articles)';
  return `log((${all} + ${PRIOR_ARTICLES} + 1) / (${count} + ${PRIOR_ARTICLES} * ${share} + 0.5))`;
}

/** After loading: how rare each term is, and how long each article's vector. */
export const DERIVE: readonly string[] = [
  `INSERT INTO terms SELECT term, ${rarity('term', 'count()')} FROM postings GROUP BY term`,
  `INSERT INTO documents SELECT document, language, hubness, norm FROM articles ANY INNER JOIN (
    SELECT document, sqrt(sum(strength * strength * rarity * rarity)) AS norm
    FROM postings ANY INNER JOIN terms USING term GROUP BY document) USING document`,
];

export interface WeightedTerm {
  readonly term: string;
  /** Strength times the square of the rarity, over the length of the query. */
  readonly factor: number;
}

/**
 * The search: each language's articles by closeness, twice the cosine less how crowded it is around the query (the mean
 * of the language's five nearest) and around the article.
 */
export function search(terms: readonly WeightedTerm[], perLanguage: number): string {
  const keys = terms.map(({ term }) => quote(term)).join();
  const factors = terms.map(({ factor }) => `toFloat64(${factor})`).join();
  const cosines = `SELECT document, language, hubness, product / norm AS cosine FROM (
      SELECT document, sum(strength * transform(term, [${keys}], [${factors}], toFloat64(0))) AS product
      FROM postings WHERE term IN (${keys}) GROUP BY document) ANY INNER JOIN documents USING document`;
  const crowds = `SELECT language, sum(cosine) / 5 AS crowd FROM (
      SELECT language, cosine FROM (${cosines}) ORDER BY cosine DESC LIMIT 5 BY language) GROUP BY language`;
  return `SELECT language, document, 2 * cosine - crowd - hubness AS closeness
    FROM (${cosines}) ANY INNER JOIN (${crowds}) USING language
    ORDER BY language, closeness DESC LIMIT ${perLanguage} BY language`;
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
