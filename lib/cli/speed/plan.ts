/** Which event an article reports, when, and in which language. */
import { createRandom } from './random';
import { LANGUAGE_SHARES } from './term-statistics';
import { rankAt } from './zipf';

export interface PlannedArticle {
  readonly event: number;
  readonly story: number;
  readonly lang: string;
  readonly date: string;
}

const DAYS = 30;
const FIRST_DAY = Date.UTC(2026, 9, 1);
const DAY = 86_400_000;
/** Most events have one report, few have hundreds: P(more than n) = n^-1.5. */
const TAIL = 1.5;
const MOST_REPORTS = 300;
/** Events of one running story. */
const STORY_EVENTS = 5;

/** Plans a month of articles by falling order of nothing: reports of one event stand anywhere. */
export function planArticles(seed: number, articles: number): (number: number) => PlannedArticle {
  const events = new Uint32Array(articles);
  const random = createRandom(seed, 'plan');
  let event = 0;
  for (let i = 0; i < articles; event++) {
    const reports = Math.min(MOST_REPORTS, Math.floor((1 - random()) ** (-1 / TAIL)));
    for (const end = Math.min(articles, i + reports); i < end; i++) events[i] = event;
  }
  shuffle(events, random);
  const languages = Object.keys(LANGUAGE_SHARES);
  const all = Object.values(LANGUAGE_SHARES).reduce((sum, share) => sum + share, 0);
  let sum = 0;
  const sums = Float64Array.from(Object.values(LANGUAGE_SHARES), (share) => {
    sum += share / all;
    return sum;
  });
  return (number) => {
    const own = createRandom(seed, 'planned', number);
    const reported = events[number] ?? 0;
    const story = Math.floor(reported / STORY_EVENTS);
    const start = createRandom(seed, 'begin', story)() * (DAYS - STORY_EVENTS);
    const days = Math.min(DAYS - 0.01, start + (reported % STORY_EVENTS) + own());
    return {
      event: reported,
      story,
      lang: languages[rankAt(sums, own())] ?? 'en',
      date: `${new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 16)}Z`,
    };
  };
}

function shuffle(values: Uint32Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j] ?? 0, values[i] ?? 0];
  }
}
