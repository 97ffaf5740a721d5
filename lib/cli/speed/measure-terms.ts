/**
 * `tsx lib/cli/speed/measure-terms.ts`: the figures of `term-statistics.ts`, measured on the labelled sets. It prints numbers
 * and nothing else: no term and no text leaves the sets.
 */
import { createFingerprinter } from '../../fingerprint/fingerprint';
import type { Term, TermKind } from '../../fingerprint/types';
import { readArticles } from '../articles';
import { benchFolder, type Label, readLabels } from '../bench';
import { loadLexicon } from '../bundled';
import { CommandError } from '../io';
import { KINDS, SHARED_BY_STRENGTH, VOCABULARY } from './term-statistics';
import { fitZipf } from './zipf';

/** Title and so many characters give sixty terms, the length that the bench is told in. */
const CUT = 500;
/** Documents of one set are translations of few: pairs of another language only are compared there. */
const SETS = ['bd', 'ntrex'] as const;
/** Every so many pairs of unrelated articles are enough. */
const PAIR_STRIDE = 17;
const QUANTILES = 10;
/** A term of fewer articles has a frequency by chance. */
const MIN_ARTICLES = 4;

interface Measured {
  readonly lang: string;
  readonly label: Label | undefined;
  readonly terms: readonly Term[];
}

async function fingerprintsOf(file: string): Promise<Measured[]> {
  const fingerprinter = createFingerprinter(await loadLexicon());
  const labels = await readLabels(file);
  const measured: Measured[] = [];
  for await (const article of readArticles(file)) {
    const { terms } = fingerprinter.fingerprint({ ...article, text: article.text.slice(0, CUT) });
    measured.push({ lang: article.lang, label: labels.get(article.id), terms });
  }
  return measured;
}

/** Of each term the share of articles that have it, as the mean of the sets. */
function frequencies(sets: readonly (readonly Measured[])[], kind: TermKind): number[] {
  const shares = new Map<string, number>();
  const least = Math.max(...sets.map((set) => MIN_ARTICLES / set.length / sets.length));
  for (const set of sets) {
    for (const { terms } of set) {
      for (const term of terms) {
        if (term.kind !== kind) continue;
        shares.set(term.key, (shares.get(term.key) ?? 0) + 1 / set.length / sets.length);
      }
    }
  }
  return [...shares.values()].filter((share) => share >= least).sort((a, b) => b - a);
}

function quantiles(values: number[]): number[] {
  values.sort((a, b) => a - b);
  return Array.from({ length: QUANTILES }, (_, i) =>
    Number((values[Math.floor(((i + 0.5) * values.length) / QUANTILES)] ?? 0).toFixed(2)),
  );
}

/** How alike two articles are, by how they belong together: the cosine of their terms taken as sets. */
function overlaps(articles: readonly Measured[]): Map<string, { sum: number; pairs: number }> {
  const keys = articles.map(({ terms }) => new Set(terms.map(({ key }) => key)));
  const found = new Map<string, { sum: number; pairs: number }>();
  articles.forEach((a, i) => {
    articles.slice(0, i).forEach((b, j) => {
      const relation = relationOf(a.label, b.label);
      if (relation === 'unrelated' && (i + j) % PAIR_STRIDE !== 0) return;
      const name = `${relation}, ${a.lang === b.lang ? 'one language' : 'two languages'}`;
      const [left, right] = [keys[i] ?? new Set(), keys[j] ?? new Set()];
      const shared = [...left].filter((key) => right.has(key)).length;
      const row = found.get(name) ?? { sum: 0, pairs: 0 };
      row.sum += shared / Math.sqrt(left.size * right.size);
      row.pairs++;
      found.set(name, row);
    });
  });
  return found;
}

/** Of the terms of articles of one event in two languages, those that both have, by their strength. */
function sharedByStrength(articles: readonly Measured[]): string {
  const bands = SHARED_BY_STRENGTH.map(([from]) => ({ from, shared: 0, all: 0 }));
  const keys = articles.map(({ terms }) => new Set(terms.map(({ key }) => key)));
  articles.forEach((a, i) => {
    articles.forEach((b, j) => {
      if (a.lang === b.lang || relationOf(a.label, b.label) !== 'one event' || (i + j) % PAIR_STRIDE !== 0) return;
      for (const { key, strength } of a.terms) {
        const band = bands.findLast(({ from }) => strength >= from);
        if (!band) continue;
        band.all++;
        if (keys[j]?.has(key)) band.shared++;
      }
    });
  });
  return bands.map(({ from, shared, all }) => `from ${from}: ${(shared / all).toFixed(2)}`).join(', ');
}

function relationOf(a: Label | undefined, b: Label | undefined): string {
  if (a?.event && a.event === b?.event) return 'one event';
  return a?.topic && a.topic === b?.topic ? 'one running story' : 'unrelated';
}

async function main(): Promise<void> {
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const sets = await Promise.all(SETS.map((name) => fingerprintsOf(`${bench}/${name}/articles.jsonl`)));
  const all = sets.flat();
  const terms = all.flatMap((article) => article.terms);
  console.log(`${all.length} articles, ${(terms.length / all.length).toFixed(1)} terms each`);
  for (const kind of KINDS) {
    const own = terms.filter((term) => term.kind === kind);
    const share = own.length / terms.length;
    const { exponent, shift } = fitZipf(frequencies(sets, kind), (share * terms.length) / all.length, VOCABULARY[kind]);
    const strengths = quantiles(own.map(({ strength }) => strength));
    const inTitle = own.filter(({ place }) => place === 'title').length / own.length;
    console.log(kind, { share: share.toFixed(3), exponent, shift, inTitle: inTitle.toFixed(2), strengths });
  }
  for (const [i, name] of SETS.entries()) {
    for (const [relation, { sum, pairs }] of overlaps(sets[i] ?? [])) {
      console.log(`${name}: ${relation}: ${(sum / pairs).toFixed(3)} over ${pairs} pairs`);
    }
    console.log(`${name}: shared by strength: ${sharedByStrength(sets[i] ?? [])}`);
  }
}

await main();
