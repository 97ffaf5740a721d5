/**
 * `npm run bench:live`: the labelled headlines as items of feeds, through all that live coverage does with them, beside the
 * engine alone; and the CPU time and room that fifty thousand items take.
 */
import { readFile } from 'node:fs/promises';
import { acceptItem, type LiveItem } from '../coverage/accept-item';
import { addItems, type Chunk, type ChunkStore } from '../coverage/add-items';
import { type ChunkFile, openChunks, readStatistics, writeStatistics } from '../coverage/chunk-index';
import { newFeed } from '../coverage/followed-feed';
import { readFeed } from '../coverage/read-feed';
import { createFingerprinter } from '../fingerprint/fingerprint';
import type { Fingerprint } from '../fingerprint/types';
import { type ArticleIndex, indexArticles } from '../index/article-index';
import { type MatchSubject, matchArticles } from '../match/articles';
import { benchFolder } from './bench';
import { loadLexicon } from './bundled';
import { groupBy } from './group-by';

interface Labelled {
  readonly id: string;
  readonly event: string | null;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt?: string;
}

const NOW = Date.parse('2030-01-01T00:00:00Z');
const ITEMS = 50_000;
const DAYS = 14;
const QUERIES = 500;
/** A round: so many feeds, with so many items each, stored so many together. */
const FEEDS = 60;
const ITEMS_A_FEED = 30;
const STORED_TOGETHER = 16;

type Fingerprinting = (source: { title: string; text: string; lang: string }) => Fingerprint;

/** CPU time of this process in ms: the machine may be busy with other work. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const escapeXml = (text: string): string => text.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));

/** Chunks in memory. */
class MemoryChunks implements ChunkStore {
  readonly kept = new Map<string, Chunk>();
  #ids = 0;
  get chunks() {
    return Array.from(this.kept.values(), ({ keys }) => keys);
  }
  readonly load = async (id: string) => this.kept.get(id)?.bytes ?? null;
  readonly newId = () => `c${this.#ids++}`;
  keep(changed: readonly Chunk[]): void {
    for (const chunk of changed) {
      if (chunk.replaces !== null) this.kept.delete(chunk.replaces);
      this.kept.set(chunk.keys.id, chunk);
    }
  }
  get files(): ChunkFile[] {
    return Array.from(this.kept, ([id, { bytes }]) => ({ id, bytes }));
  }
}

/** Articles as the items of one feed, read as one that came over the line. */
async function asItems(articles: readonly Labelled[], lang: string): Promise<LiveItem[]> {
  const items = articles.map(
    ({ id, title, text, publishedAt = '' }) =>
      `<item><title>${escapeXml(title)}</title><link>https://${lang}.example/${id}</link><description>${escapeXml(text)}</description><pubDate>${publishedAt}</pubDate></item>`,
  );
  const feed = newFeed({ address: `https://${lang}.example/feed`, name: lang, lang }, NOW);
  const accepted: LiveItem[] = [];
  for (let at = 0; at < items.length; at += 250) {
    const file = `<rss version="2.0"><channel><title>${lang}</title>${items.slice(at, at + 250).join('')}</channel></rss>`;
    const chunks = (async function* () {
      yield new TextEncoder().encode(file);
    })();
    for (const item of (await readFeed(chunks, feed.address)).items) {
      const acceptance = acceptItem(item, feed, NOW, '0000-01-01');
      if ('item' in acceptance) accepted.push(acceptance.item);
    }
  }
  return accepted;
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

async function main(): Promise<void> {
  const bench = benchFolder();
  if (bench === null) {
    console.log('No labelled data here: set SIDELIGHT_BENCH');
    return;
  }
  const fingerprinter = createFingerprinter(await loadLexicon());
  const lines = (await readFile(`${bench}/itn/articles.jsonl`, 'utf8')).trim().split('\n');
  const articles = lines.map((line): Labelled => JSON.parse(line));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const languages = [...new Set(articles.map(({ lang }) => lang))];

  const subjects = articles.map((article) => ({
    article,
    fingerprint: fingerprinter.fingerprint({ ...article, publishedAt: article.publishedAt ?? null }),
  }));
  const alone = indexArticles(
    subjects.map(({ article, fingerprint }) => ({
      document: {
        id: article.id,
        kind: 'article',
        lang: article.lang,
        date: article.publishedAt ?? null,
        titles: { [article.lang]: article.title },
        url: `https://${article.lang}.example/${article.id}`,
        site: null,
        coverage: [],
        follows: [],
      },
      terms: fingerprint.terms,
    })),
  );
  const store = new MemoryChunks();
  for (const lang of languages) {
    const items = await asItems(
      articles.filter((article) => article.lang === lang),
      lang,
    );
    store.keep(await addItems(items, store, fingerprinter.fingerprint));
  }
  const live = await openChunks(store.files, null);
  const judge = (index: ArticleIndex): Record<string, number> => {
    let cases = 0;
    let right = 0;
    let called = 0;
    let correct = 0;
    for (const { article, fingerprint } of subjects) {
      const url = `https://${article.lang}.example/${article.id}`;
      const subject: MatchSubject = { id: null, url, publishedAt: article.publishedAt ?? null, fingerprint };
      const matches = matchArticles(index, subject, { perLanguage: 5, sameLanguage: false });
      const eventOf = (match: (typeof matches)[number]): string | null | undefined =>
        byId.get(match.document.url?.split('/').at(-1) ?? '')?.event;
      for (const lang of languages) {
        if (lang === article.lang) continue;
        if (!articles.some((other) => other.lang === lang && other.event === article.event)) continue;
        cases++;
        const first = matches.find(({ document }) => document.lang === lang);
        if (first && eventOf(first) === article.event) right++;
      }
      for (const match of matches) {
        if (match.relation !== 'same-event') continue;
        called++;
        if (eventOf(match) === article.event) correct++;
      }
    }
    return { 'R@1': right / cases, 'same-event precision': correct / called, called };
  };
  console.log('engine alone', judge(alone));
  if (live !== null) console.log('as feed items', live.index.size, judge(live.index));

  await measureSize(articles, fingerprinter.fingerprint);
}

/** Fifty thousand items, made of the words of the labelled ones: their length and their words are real, their sense is not. */
async function measureSize(articles: readonly Labelled[], fingerprint: Fingerprinting): Promise<void> {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pool = groupBy(articles, ({ lang }) => lang);
  const words = new Map(
    Array.from(pool, ([lang, some]) => [lang, some.flatMap(({ title }) => title.split(/\s+/))] as const),
  );
  const langs = [...pool.keys()];
  const phrase = (lang: string, length: number): string => {
    const own = words.get(lang) ?? [];
    return Array.from({ length }, () => own[random(own.length)]).join(lang === 'zh' || lang === 'ja' ? '' : ' ');
  };
  const store = new MemoryChunks();
  const perDay = Math.ceil(ITEMS / DAYS);
  let takenIn = 0;
  for (let day = 0; day < DAYS; day++) {
    const publishedAt = `2029-12-${String(10 + day)}T10:00:00Z`;
    const batch = Array.from({ length: perDay }, (_, number): Labelled => {
      const lang = langs[random(langs.length)] ?? 'en';
      // A headline and a summary of two sentences.
      return {
        id: `${day}-${number}`,
        event: null,
        lang,
        title: phrase(lang, 10),
        text: phrase(lang, 35),
        publishedAt,
      };
    });
    const start = cpuMs();
    const items: LiveItem[] = [];
    for (const [lang, some] of groupBy(batch, (one) => one.lang)) items.push(...(await asItems(some, lang)));
    store.keep(await addItems(items, store, fingerprint));
    takenIn += cpuMs() - start;
  }
  const { files } = store;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const keys = store.chunks.reduce((sum, chunk) => sum + chunk.keys.byteLength + chunk.ids.join().length, 0);
  const items = store.chunks.reduce((sum, { ids }) => sum + ids.length, 0);

  const counting = cpuMs();
  const counted = await openChunks(files, null);
  const statisticsTook = cpuMs() - counting;
  if (counted === null) return;
  const statistics = writeStatistics(counted.statistics);

  const subjectOf = (): MatchSubject => {
    const lang = langs[random(langs.length)] ?? 'en';
    const subject = { title: phrase(lang, 10), text: phrase(lang, 200), lang };
    return { id: null, url: null, publishedAt: '2029-12-20', fingerprint: fingerprint(subject) };
  };
  const match = (index: ArticleIndex, subject: MatchSubject): number => {
    const start = cpuMs();
    matchArticles(index, subject, { perLanguage: 12, sameLanguage: true });
    return cpuMs() - start;
  };
  // As a worker that has just been started finds it: the chunks and the statistics as they were kept.
  const opening = cpuMs();
  const open = await openChunks(files, null, readStatistics(statistics));
  const opened = cpuMs() - opening;
  if (open === null) return;
  const first = match(open.index, subjectOf());

  const [last] = store.kept.keys();
  const changed = files.map((file) => (file.id === last ? { ...file, id: 'changed' } : file));
  const again = cpuMs();
  await openChunks(changed, open);
  const reopened = cpuMs() - again;
  const times = Array.from({ length: QUERIES }, () => match(open.index, subjectOf()));
  console.log({
    items,
    chunks: store.kept.size,
    'stored MB': (bytes + keys + statistics.length) / 1e6,
    'taken in, ms an item': takenIn / items,
    'counting the statistics ms': statisticsTook,
    'opening cold ms': opened,
    'first match ms': first,
    'opening anew after one chunk changed ms': reopened,
    'match p50 ms': percentile(times, 0.5),
    'match p95 ms': percentile(times, 0.95),
  });
  await measureRound(langs, phrase, fingerprint);
}

/** A first round: feeds of which every item is new, from their bytes to the open index. */
async function measureRound(
  langs: readonly string[],
  phrase: (lang: string, length: number) => string,
  fingerprint: Fingerprinting,
): Promise<void> {
  const feeds = Array.from({ length: FEEDS }, (_, feed) => {
    const lang = langs[feed % langs.length] ?? 'en';
    return Array.from(
      { length: ITEMS_A_FEED },
      (__, number): Labelled => ({
        id: `${feed}-${number}`,
        event: null,
        lang,
        title: phrase(lang, 10),
        text: phrase(lang, 35),
        publishedAt: '2029-12-31T10:00:00Z',
      }),
    );
  });
  const store = new MemoryChunks();
  const start = cpuMs();
  for (let at = 0; at < feeds.length; at += STORED_TOGETHER) {
    const items: LiveItem[] = [];
    for (const some of feeds.slice(at, at + STORED_TOGETHER))
      items.push(...(await asItems(some, some[0]?.lang ?? 'en')));
    store.keep(await addItems(items, store, fingerprint));
  }
  const taken = cpuMs() - start;
  await openChunks(store.files, null);
  console.log({ 'a round, ms': cpuMs() - start, 'of that taking in, ms': taken });
}

await main();
