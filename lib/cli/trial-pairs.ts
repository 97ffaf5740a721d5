/** The trial articles matched against each other: the decision on articles in languages that it has never learnt from. */
import { createFingerprinter } from '../fingerprint/fingerprint';
import { indexArticle } from '../index/index-article';
import { indexArticles } from '../index/open-article-index';
import { matchArticles } from '../match/articles';
import { loadLexicon } from './bundled';
import { PER_LANGUAGE } from './judge';
import { storyNear, type Trial } from './trials';

export interface PairsScore {
  /** Trials of a story that another language tells too, and how many of them have a report of it as their first match. */
  readonly asked: number;
  readonly firstRight: number;
  /** Pairs of different languages: of one event, called one, and rightly so. */
  readonly ofOneEvent: number;
  readonly called: number;
  readonly rightlyCalled: number;
  /** Pairs of a report and another event of its actors, and how many of them are called one event. */
  readonly neighbours: number;
  readonly neighboursCalled: number;
}

/** Each trial asked about in an index of all of them. */
export async function judgePairs(trials: readonly Trial[]): Promise<PairsScore> {
  const fingerprinter = createFingerprinter(await loadLexicon());
  const articles = trials.map((trial, i) => {
    const { language: lang, publishedAt, title, text } = trial;
    const about = { id: `${i}`, lang, publishedAt, title, url: null, site: null };
    return { trial, about, fingerprint: fingerprinter.fingerprint({ lang, publishedAt, title, text }) };
  });
  const index = indexArticles(articles.map(({ about, fingerprint }) => indexArticle(about, fingerprint.terms)));
  const others = (trial: Trial, are: typeof isOfOneEvent): number =>
    trials.filter((other) => other.language !== trial.language && are(trial, other)).length;
  const score = {
    asked: 0,
    firstRight: 0,
    ofOneEvent: 0,
    called: 0,
    rightlyCalled: 0,
    neighbours: 0,
    neighboursCalled: 0,
  };
  for (const { trial, about, fingerprint } of articles) {
    const subject = { id: about.id, url: null, publishedAt: about.publishedAt, fingerprint };
    const matches = matchArticles(index, subject, { perLanguage: PER_LANGUAGE, sameLanguage: false }).flatMap(
      (match) => {
        const other = trials[Number(match.document.id)];
        return other ? [{ other, isCalled: match.relation === 'same-event' }] : [];
      },
    );
    const called = matches.filter(({ other, isCalled }) => isCalled && !isUnknown(trial, other));
    const [first] = matches;
    const reports = others(trial, isOfOneEvent);
    score.asked += reports > 0 ? 1 : 0;
    score.firstRight += reports > 0 && first && isOfOneEvent(trial, first.other) ? 1 : 0;
    score.ofOneEvent += reports;
    score.called += called.length;
    score.rightlyCalled += called.filter(({ other }) => isOfOneEvent(trial, other)).length;
    score.neighbours += others(trial, areNeighbours);
    score.neighboursCalled += called.filter(({ other }) => areNeighbours(trial, other)).length;
  }
  return score;
}

function isOfOneEvent(one: Trial, other: Trial): boolean {
  return one.story !== null && one.story === other.story;
}

function areNeighbours(one: Trial, other: Trial): boolean {
  return storyNear(one) === storyNear(other) && (one.story === null) !== (other.story === null);
}

/** Two neighbours of one story may be of one event: nothing says so. */
function isUnknown(one: Trial, other: Trial): boolean {
  return one.story === null && other.story === null && one.near === other.near;
}
