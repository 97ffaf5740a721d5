/**
 * Stories out of reports, while these stream in day by day: agglomerative clustering by average linkage. It knows pairs
 * and their probabilities only; where these come from is `cluster-articles.ts`.
 */
import { BestFirst } from './best-first';

/**
 * Stories become one where at least this share of the pairs between them is expected to report one event. Half of it or
 * half as much again makes little difference (docs/matching.md).
 */
export const SAME_STORY_SHARE = 0.2;

/**
 * An article is compared with stories whose last report is at most so many days away: a weekly comes out, and what was
 * held back or translated.
 */
export const WINDOW_DAYS = 10;

/**
 * A report is compared with so many of each language at most, so more pairs cannot be expected: in a story of hundreds
 * of reports those that nobody has looked at do not count against it.
 */
export const MOST_COMPARED = 192;

/** What is less probable is not kept. */
const NEGLIGIBLE = 0.01;
/** Probabilities are counted in whole steps: their sums do not depend on the order in which they are added. */
const STEPS = 1e6;

interface Story {
  /** Its first report. */
  readonly founder: number;
  size: number;
  /** First and last day of its reports; null where none has a date. */
  days: readonly [first: number, last: number] | null;
  /** The sum of the probabilities of the pairs with another story's reports, in steps. */
  readonly links: Map<Story, number>;
}

/** Two stories that may be one. */
interface Merge {
  readonly story: Story;
  readonly other: Story;
  readonly share: number;
}

/** The stories of the reports so far. */
export class StoryClusters {
  readonly #storyOf: Story[] = [];
  readonly #mergedInto = new Map<Story, Story>();
  #open = new Set<Story>();
  #changed = new Set<Story>();

  /**
   * Takes a report in as a story of its own and gives its number. Of stories that fit equally well the one with the
   * lower number comes first.
   * @param day days since 1970, not before those that were settled; null where unknown
   */
  add(day: number | null): number {
    const founder = this.#storyOf.length;
    const story: Story = { founder, size: 1, days: day === null ? null : [day, day], links: new Map() };
    this.#storyOf.push(story);
    this.#open.add(story);
    return founder;
  }

  /** Says how probably two reports are of one event; once for a pair. */
  link(a: number, b: number, probability: number): void {
    const [one, other] = [this.#current(a), this.#current(b)];
    if (probability < NEGLIGIBLE || one === other) return;
    const sum = (one.links.get(other) ?? 0) + Math.round(probability * STEPS);
    one.links.set(other, sum);
    other.links.set(one, sum);
    this.#changed.add(one);
  }

  /** Joins what belongs together, best first: a new report to a story, or two stories that it shows to be one. */
  settle(): void {
    const merges = new BestFirst<Merge>(comesFirst);
    const offer = (story: Story): void => {
      for (const other of story.links.keys()) {
        const share = shareOf(story, other);
        if (share >= SAME_STORY_SHARE && daysApart(story, other) <= WINDOW_DAYS) merges.push({ story, other, share });
      }
    };
    for (const story of this.#changed) offer(story);
    this.#changed = new Set();
    for (let best = merges.pop(); best; best = merges.pop()) {
      const { story, other, share } = best;
      // What was offered before one of both grew is out of date; what it became was offered anew.
      if (!story.links.has(other) || shareOf(story, other) !== share) continue;
      offer(this.#merge(story, other));
    }
  }

  /** Forgets what stories without a report since a day have in common with others: nothing joins them any more. */
  closeBefore(day: number): void {
    for (const story of this.#open) {
      if (story.days === null || story.days[1] >= day) continue;
      this.#open.delete(story);
      for (const other of story.links.keys()) other.links.delete(story);
      story.links.clear();
    }
  }

  /** The number of the first report of a report's story. */
  founderOf(report: number): number {
    return this.#current(report).founder;
  }

  #current(report: number): Story {
    let story = this.#storyOf[report];
    if (!story) throw new RangeError(`No report has the number ${report}.`);
    for (let next = this.#mergedInto.get(story); next; next = this.#mergedInto.get(story)) story = next;
    this.#storyOf[report] = story;
    return story;
  }

  #merge(a: Story, b: Story): Story {
    const [kept, gone] = a.founder < b.founder ? [a, b] : [b, a];
    for (const [other, sum] of gone.links) {
      other.links.delete(gone);
      if (other === kept) continue;
      const both = (kept.links.get(other) ?? 0) + sum;
      kept.links.set(other, both);
      other.links.set(kept, both);
    }
    gone.links.clear();
    kept.size += gone.size;
    kept.days = spanOf(kept.days, gone.days);
    this.#mergedInto.set(gone, kept);
    this.#open.delete(gone);
    return kept;
  }
}

/** The share of the pairs between two stories that is expected to report one event. */
function shareOf(a: Story, b: Story): number {
  const [fewer, more] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  const pairs = fewer * Math.min(more, MOST_COMPARED);
  return (a.links.get(b) ?? 0) / STEPS / pairs;
}

function comesFirst(a: Merge, b: Merge): boolean {
  if (a.share !== b.share) return a.share > b.share;
  const [[first, second], [third, fourth]] = [foundersOf(a), foundersOf(b)];
  return first !== third ? first < third : second < fourth;
}

function foundersOf({ story, other }: Merge): readonly [number, number] {
  return story.founder < other.founder ? [story.founder, other.founder] : [other.founder, story.founder];
}

function daysApart({ days: a }: Story, { days: b }: Story): number {
  return a && b ? Math.max(0, a[0] - b[1], b[0] - a[1]) : 0;
}

function spanOf(a: Story['days'], b: Story['days']): Story['days'] {
  return a && b ? [Math.min(a[0], b[0]), Math.max(a[1], b[1])] : (a ?? b);
}
