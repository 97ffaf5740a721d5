/** `npm run train`: fits the decision of `lib/match/relation.ts` to labelled pairs and writes its coefficients. */
import { fileURLToPath } from 'node:url';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { decodeIndex } from '../index/decode';
import { encodeIndex } from '../index/encode';
import { matchArticles } from '../match/articles';
import type { PairFeatures } from '../match/features';
import { featureVector } from '../match/relation';
import { readArticles } from './articles';
import { benchFolder, readLabels } from './bench';
import { loadLexicon } from './bundled';
import { type Example, fitLogistic } from './fit-logistic';
import { indexArticle } from './index-command';
import { CommandError, collect, writeAtomically } from './io';

const OUT = fileURLToPath(new URL('../match/coefficients.ts', import.meta.url));
const CANDIDATES = { perLanguage: 8, sameLanguage: true };

/** A candidate pair with its label. */
interface Pair {
  readonly features: PairFeatures;
  readonly sameEvent: boolean;
}

/** The candidates of every article of a set, labelled. */
async function candidatePairs(articlesFile: string): Promise<Pair[]> {
  const labels = await readLabels(articlesFile);
  const fingerprinter = createFingerprinter(await loadLexicon());
  const articles = await collect(readArticles(articlesFile));
  const fingerprints = articles.map((article) => fingerprinter.fingerprint(article));
  const sources = articles.map((article, i) => indexArticle(article, fingerprints[i]?.terms ?? []));
  const index = decodeIndex(encodeIndex(sources));
  return articles.flatMap((article, i) => {
    const fingerprint = fingerprints[i];
    if (!fingerprint) return [];
    const subject = { id: article.id, url: article.url, publishedAt: article.publishedAt, fingerprint };
    const event = labels.get(article.id)?.event ?? null;
    return matchArticles(index, subject, CANDIDATES).map(({ document, features }) => ({
      features,
      sameEvent: event !== null && labels.get(document.id)?.event === event,
    }));
  });
}

/** Each pair as it is, and once more, at half the weight, as if a page had not said its date: some don't. */
function examplesOf(pairs: readonly Pair[]): Example[] {
  return pairs.flatMap(({ features, sameEvent }) => [
    { features: featureVector(features), positive: sameEvent, weight: 1 },
    {
      features: featureVector({ ...features, daysApart: null, calendarDaysApart: null }),
      positive: sameEvent,
      weight: 0.5,
    },
  ]);
}

async function main(): Promise<void> {
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const pairs = await candidatePairs(`${bench}/bd/articles.jsonl`);
  const coefficients = (same: boolean): string => {
    const some = pairs.filter(({ features }) => features.sameLanguage === same);
    const weights = fitLogistic(examplesOf(some));
    return `[${weights.map((weight) => Number(weight.toFixed(3))).join(', ')}]`;
  };
  await writeAtomically(OUT, [
    `/** Written by \`npm run train\`; see docs/matching.md. Order: that of \`featureVector\`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: ${coefficients(true)},
  otherLanguage: ${coefficients(false)},
};
`,
  ]);
  console.log(`${pairs.length} pairs, ${pairs.filter((pair) => pair.sameEvent).length} of the same event`);
}

await main();
