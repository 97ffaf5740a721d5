/** A synthetic news month: articles with terms spread as in real news, the same for everybody who asks for them. */
import type { Form, Term, TermKind } from '../../fingerprint/types';
import { planArticles } from './plan';
import { createRandom, type Random } from './random';
import { KINDS, STATISTICS, STORY_SHARES, VOCABULARY } from './term-statistics';
import { formOf, keyOf, type Word } from './words';
import { cumulative, rankAt } from './zipf';

/** An article as its fingerprint, with what an index keeps beside. */
export interface SyntheticArticle {
  readonly number: number;
  readonly id: string;
  /** The event that it reports. */
  readonly event: number;
  readonly lang: string;
  /** ISO date and time. */
  readonly date: string;
  readonly title: string;
  readonly url: string;
  readonly site: string;
  readonly terms: readonly Term[];
}

export interface CorpusOptions {
  readonly seed: number;
  readonly articles: number;
}

export const TERMS = 60;
/** Words that the reports of an event choose from; a running story has as many of its own. */
const POOL = 90;
const OUTLETS = 2000;
const TITLE_WORDS = 9;
/** Of the words of an article those that it writes in two ways. */
const SECOND_FORM = 0.2;
const MEMO = 20_000;

/** The articles one after the other: none is held. */
export function* generateArticles({ seed, articles }: CorpusOptions): Generator<SyntheticArticle> {
  const vocabulary = new Vocabulary(seed);
  const plan = planArticles(seed, articles);
  for (let number = 0; number < articles; number++) {
    const random = createRandom(seed, 'article', number);
    const { event, story, lang, date } = plan(number);
    const words = new Map<string, { word: Word; told: boolean }>();
    const [ofEvent, ofStory] = [vocabulary.pool('event', event), vocabulary.pool('story', story)];
    while (words.size < TERMS) {
      const source = random();
      const told = source < STORY_SHARES.event;
      const pool = told ? ofEvent : source < STORY_SHARES.event + STORY_SHARES.story ? ofStory : null;
      const word = pool ? drawFrom(pool, random) : vocabulary.draw(random);
      const key = keyOf(word, lang);
      if (!words.has(key)) words.set(key, { word, told });
    }
    const terms = Array.from(words, ([key, { word, told }]) => termOf(key, word, lang, told, random));
    const outlet = Math.floor(OUTLETS * random() ** 2);
    const site = `${formOf({ kind: 'concept', rank: outlet }, 'en', false)}${outlet}.example`;
    yield {
      number,
      id: `https://${site}/${number}`,
      event,
      lang,
      date,
      title: titleOf(terms, lang),
      url: `https://www.${site}/${date.slice(0, 10).replaceAll('-', '/')}/${slugOf(words)}-${number}.html`,
      site,
      terms,
    };
  }
}

/** Draws words as often as news has them. */
export class Vocabulary {
  readonly #kinds = Float64Array.from(
    KINDS.map((_, i) => KINDS.slice(0, i + 1).reduce((sum, kind) => sum + STATISTICS[kind].share, 0)),
  );
  readonly #ranks = new Map(KINDS.map((kind) => [kind, cumulative(STATISTICS[kind], VOCABULARY[kind])]));
  readonly #pools = new Map<string, readonly Word[]>();

  constructor(private readonly seed: number) {}

  draw(random: Random): Word {
    const kind = KINDS[rankAt(this.#kinds, random())] ?? 'name';
    return { kind, rank: rankAt(this.#ranks.get(kind) ?? new Float64Array(1), random()) };
  }

  /** The words of an event or of a running story. */
  pool(of: 'event' | 'story', number: number): readonly Word[] {
    const key = `${of} ${number}`;
    let pool = this.#pools.get(key);
    if (!pool) {
      const random = createRandom(this.seed, of, number);
      pool = Array.from({ length: POOL }, () => this.draw(random));
      if (this.#pools.size > MEMO) this.#pools.clear();
      this.#pools.set(key, pool);
    }
    return pool;
  }
}

/** Some words of an event are in every report, most in few. */
function drawFrom(pool: readonly Word[], random: Random): Word {
  const word = pool[Math.floor(pool.length * random() * random())];
  if (!word) throw new RangeError('A pool is never empty.');
  return word;
}

function termOf(key: string, word: Word, lang: string, told: boolean, random: Random): Term {
  const { strengths, inTitle } = STATISTICS[word.kind];
  // What the event is about stands further up and is said more often.
  const at = told ? Math.max(random(), random()) : random();
  const texts = [formOf(word, lang, false)];
  if (random() < SECOND_FORM && word.kind !== 'number') texts.push(formOf(word, lang, true));
  return {
    key,
    kind: word.kind,
    strength: strengths[Math.floor(at * strengths.length)] ?? 1,
    place: at > 1 - inTitle ? 'title' : 'lead',
    forms: texts.map((text): Form => ({ lang, text })),
  };
}

function titleOf(terms: readonly Term[], lang: string): string {
  const strongest = [...terms].sort((a, b) => b.strength - a.strength).slice(0, TITLE_WORDS);
  return strongest.map(({ forms }) => forms[0]?.text ?? '').join(lang === 'zh' || lang === 'ja' ? '' : ' ');
}

/** As in addresses: a few words in Latin letters. */
function slugOf(words: ReadonlyMap<string, { word: Word }>): string {
  const some = [...words.values()].filter(({ word }) => word.kind !== ('number' satisfies TermKind)).slice(0, 6);
  return some.map(({ word }) => formOf(word, 'en', false).toLowerCase()).join('-');
}
