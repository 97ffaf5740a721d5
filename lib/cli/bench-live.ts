/**
 * `npm run bench:live`: the labelled headlines as items of feeds, through all that live coverage does with them, beside the
 * engine alone; and the CPU time and room that fifty thousand items take.
 */
import { readFile } from 'node:fs/promises';
import { acceptItem, type LiveItem } from '../coverage/accept-item';
import { addItems, type Chunk, type ChunkStore, joinChunks } from '../coverage/add-items';
import { type ChunkFile, openChunks, readStatistics, writeStatistics } from '../coverage/chunk-index';
import { dayOf } from '../coverage/days';
import { newFeed } from '../coverage/followed-feed';
import { chunksToJoin } from '../coverage/join-chunks';
import { readFeed } from '../coverage/read-feed';
import { createFingerprinter, type FingerprintSource } from '../fingerprint/fingerprint';
import type { Fingerprint, Term } from '../fingerprint/types';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { type ArticleIndex, indexArticles } from '../index/article-index';
import { type MatchSubject, matchArticles } from '../match/articles';
import { benchFolder } from './bench';
import { loadLexicon } from './bundled';
import { groupBy } from './group-by';
import { generateArticles, type SyntheticArticle } from './speed/corpus';
import { createRandom } from './speed/random';

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
/** Terms of an item: a headline and a summary of two sentences. */
const ITEM_TERMS = 25;
const WARM_UP = 50;

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

  await measureSize();
  await measureRound(articles, fingerprinter.fingerprint);
}

/** An item of the synthetic month as a feed would bring it: as many terms as a headline and a summary have. */
function syntheticItem({ number, lang, date, title, url, site }: SyntheticArticle): LiveItem {
  const day = dayOf(NOW - (DAYS - Math.floor((number * DAYS) / ITEMS)) * 86_400_000);
  const at = `${day}${date.slice(10)}`;
  const id = `${(number % FEEDS).toString(36)}.${number.toString(36)}.t`;
  const about = { kind: 'article', coverage: [], follows: [] } as const;
  return {
    keys: { guid: 0, link: number + 1, words: -number - 1 },
    day,
    document: { ...about, id, lang, date: at, titles: { [lang]: title }, url, site },
    article: { title: String(number), text: '', lang, publishedAt: at },
  };
}

/** Fifty thousand items whose terms are spread as those of news are. */
async function measureSize(): Promise<void> {
  const store = new MemoryChunks();
  const terms = new Map<string, readonly Term[]>();
  const fingerprint = ({ title }: { readonly title: string }): Fingerprint => ({
    version: FINGERPRINT_VERSION,
    lang: 'und',
    terms: terms.get(title) ?? [],
  });
  const subjects: MatchSubject[] = [];
  let batch: LiveItem[] = [];
  for (const article of generateArticles({ seed: 1, articles: ITEMS + QUERIES })) {
    if (article.number >= ITEMS) {
      const of = { version: FINGERPRINT_VERSION, lang: article.lang, terms: article.terms };
      subjects.push({ id: null, url: null, publishedAt: dayOf(NOW), fingerprint: of });
      continue;
    }
    terms.set(String(article.number), strongest(article.terms, ITEM_TERMS));
    batch.push(syntheticItem(article));
    if (batch.length < 500) continue;
    store.keep(await addItems(batch, store, fingerprint));
    batch = [];
    terms.clear();
  }
  const joining = cpuMs();
  const groups = chunksToJoin(store.chunks);
  for (const group of groups) {
    const joined = await joinChunks(group, store);
    for (const { id } of group) store.kept.delete(id);
    if (joined !== null) store.keep([joined]);
  }
  const joiningTook = (cpuMs() - joining) / Math.max(1, groups.length);
  const { files } = store;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const keys = store.chunks.reduce((sum, chunk) => sum + chunk.keys.byteLength + chunk.ids.join().length, 0);
  const items = store.chunks.reduce((sum, { ids }) => sum + ids.length, 0);

  const counting = cpuMs();
  const counted = await openChunks(files, null);
  const statisticsTook = cpuMs() - counting;
  if (counted === null) return;
  const statistics = writeStatistics(counted.statistics);

  const match = (index: ArticleIndex, subject: MatchSubject) => {
    const start = performance.now();
    const startCpu = cpuMs();
    matchArticles(index, subject, { perLanguage: 12, sameLanguage: true });
    return { cpu: cpuMs() - startCpu, clock: performance.now() - start };
  };
  // As a worker that has just been started finds it: the chunks and the statistics as they were kept.
  const opening = cpuMs();
  const open = await openChunks(files, null, readStatistics(statistics));
  const opened = cpuMs() - opening;
  const [one, ...others] = subjects;
  if (open === null || one === undefined) return;
  const first = match(open.index, one);

  const [last] = store.kept.keys();
  const changed = files.map((file) => (file.id === last ? { ...file, id: 'changed' } : file));
  const again = cpuMs();
  await openChunks(changed, open);
  const reopened = cpuMs() - again;
  const times = others.map((subject) => match(open.index, subject)).slice(WARM_UP);
  const cpu = times.map((time) => time.cpu);
  const clock = times.map((time) => time.clock);
  console.log({
    items,
    chunks: store.kept.size,
    'stored MB': (bytes + keys + statistics.length) / 1e6,
    'joining the chunks of a day ms': joiningTook,
    'counting the statistics ms': statisticsTook,
    'opening cold ms': opened,
    'first match ms': first.cpu,
    'opening anew after one chunk changed ms': reopened,
    'match p50 ms': percentile(cpu, 0.5),
    'match p95 ms': percentile(cpu, 0.95),
    'by the clock': { p50: percentile(clock, 0.5), p95: percentile(clock, 0.95) },
  });
}

function strongest(terms: readonly Term[], count: number): readonly Term[] {
  return [...terms].sort((a, b) => b.strength - a.strength).slice(0, count);
}

/**
 * A first round: feeds of which every item is new, from their bytes to the open index. Their words are those of the labelled
 * items: as long and as varied as real ones, without sense.
 */
async function measureRound(
  articles: readonly Labelled[],
  fingerprint: (source: FingerprintSource) => Fingerprint,
): Promise<void> {
  const random = createRandom(1, 'round', 0);
  const byLanguage = [...groupBy(articles, ({ lang }) => lang)];
  const feeds = Array.from({ length: FEEDS }, (_, feed) => {
    const [lang, own] = byLanguage[feed % byLanguage.length] ?? ['en', []];
    const words = own.flatMap(({ title }) => title.split(/\s+/));
    const phrase = (length: number): string =>
      Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
    return Array.from({ length: ITEMS_A_FEED }, (__, number): Labelled => {
      const id = `${feed}-${number}`;
      return { id, event: null, lang, title: phrase(10), text: phrase(35), publishedAt: '2029-12-31T10:00:00Z' };
    });
  });
  const store = new MemoryChunks();
  const start = cpuMs();
  for (let at = 0; at < feeds.length; at += STORED_TOGETHER) {
    const items: LiveItem[] = [];
    for (const some of feeds.slice(at, at + STORED_TOGETHER)) {
      items.push(...(await asItems(some, some[0]?.lang ?? 'en')));
    }
    store.keep(await addItems(items, store, fingerprint));
  }
  const taken = cpuMs() - start;
  await openChunks(store.files, null);
  console.log({ 'a round, ms': cpuMs() - start, 'of that taking in, ms': taken });
}

await main();
