import type { LiveItem } from '../../coverage/accept-item';
import { addItems, joinChunks } from '../../coverage/add-items';
import { openChunks, readStatistics, writeStatistics } from '../../coverage/chunk-index';
import { dayOf } from '../../coverage/days';
import { chunksToJoin } from '../../coverage/join-chunks';
import type { Fingerprint, Term } from '../../fingerprint/types';
import { FINGERPRINT_VERSION } from '../../fingerprint/version';
import type { ArticleIndex } from '../../index/article-index';
import { type MatchSubject, matchArticles } from '../../match/articles';
import { generateArticles, type SyntheticArticle } from '../speed/corpus';
import { cpuMs } from './cpu';
import { NOW } from './feed-items';
import { MemoryChunks } from './memory-chunks';

const ITEMS = 50_000;
const DAYS = 14;
const FEEDS = 60;
/** Terms of an item: a headline and a summary of two sentences. */
const ITEM_TERMS = 25;
const QUERIES = 500;
const WARM_UP = 50;

/** Prints the CPU time and room of fifty thousand items whose terms are spread as those of news are. */
export async function measureSize(): Promise<void> {
  const { store, subjects } = await fill();
  const joining = await joinDays(store);
  const { files } = store;

  const counting = cpuMs();
  const counted = await openChunks(files, null);
  const statisticsTook = cpuMs() - counting;
  if (counted === null) return;
  const statistics = writeStatistics(counted.statistics);

  // As a worker that has just been started finds it: the chunks and the statistics as they were kept.
  const opening = cpuMs();
  const open = await openChunks(files, null, readStatistics(statistics));
  const opened = cpuMs() - opening;
  const [one, ...others] = subjects;
  if (open === null || one === undefined) return;
  const first = timeMatch(open.index, one);

  const [last] = store.kept.keys();
  const changed = files.map((file) => (file.id === last ? { ...file, id: 'changed' } : file));
  const again = cpuMs();
  await openChunks(changed, open);
  const reopened = cpuMs() - again;
  const times = others.map((subject) => timeMatch(open.index, subject)).slice(WARM_UP);
  const cpu = times.map((time) => time.cpu);
  const clock = times.map((time) => time.clock);
  console.log({
    items: store.chunks.reduce((sum, { ids }) => sum + ids.length, 0),
    chunks: store.kept.size,
    'stored MB': (storedBytes(store) + statistics.length) / 1e6,
    'joining the chunks of a day ms': joining,
    'counting the statistics ms': statisticsTook,
    'opening cold ms': opened,
    'first match ms': first.cpu,
    'opening anew after one chunk changed ms': reopened,
    'match p50 ms': percentile(cpu, 0.5),
    'match p95 ms': percentile(cpu, 0.95),
    'by the clock': { p50: percentile(clock, 0.5), p95: percentile(clock, 0.95) },
  });
}

/** Takes in the items of a synthetic fortnight, in batches; the articles after them are what a reader has open. */
async function fill(): Promise<{ store: MemoryChunks; subjects: readonly MatchSubject[] }> {
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
  return { store, subjects };
}

/** Joins what the background joins when it is idle; gives the CPU time of a day in ms. */
async function joinDays(store: MemoryChunks): Promise<number> {
  const start = cpuMs();
  const groups = chunksToJoin(store.chunks);
  for (const group of groups) {
    const joined = await joinChunks(group, store);
    for (const { id } of group) store.kept.delete(id);
    if (joined !== null) store.keep([joined]);
  }
  return (cpuMs() - start) / Math.max(1, groups.length);
}

function storedBytes({ files, chunks }: MemoryChunks): number {
  const keys = chunks.reduce((sum, chunk) => sum + chunk.keys.byteLength + chunk.ids.join().length, 0);
  return files.reduce((sum, { bytes }) => sum + bytes.length, keys);
}

function timeMatch(index: ArticleIndex, subject: MatchSubject): { readonly cpu: number; readonly clock: number } {
  const start = performance.now();
  const startCpu = cpuMs();
  matchArticles(index, subject, { perLanguage: 12, sameLanguage: true });
  return { cpu: cpuMs() - startCpu, clock: performance.now() - start };
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

function strongest(terms: readonly Term[], count: number): readonly Term[] {
  return [...terms].sort((a, b) => b.strength - a.strength).slice(0, count);
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
