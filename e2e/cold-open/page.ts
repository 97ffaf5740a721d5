/**
 * What the cold-open bench runs in a page: opens an index, from the server or from the browser's own database, and
 * answers one query. The reader is the extension's own.
 */
import type { Fingerprint } from '../../lib/fingerprint/types';
import { type ArticleIndex, openArticleIndex } from '../../lib/index/article-index';
import { searchArticles } from '../../lib/index/article-search';
import { parseManifest } from '../../lib/index/manifest';
import { openShard } from '../../lib/index/shard';
import { decodeStatistics } from '../../lib/index/statistics';

/** How long it took, in milliseconds from the beginning. */
export interface ColdOpen {
  readonly readMs: number;
  readonly openMs: number;
  readonly answerMs: number;
  readonly articles: number;
  /** The id of the article that was found nearest. */
  readonly nearest: string | null;
}

const PER_LANGUAGE = 12;
const MANIFEST = 'manifest.json';
type Read = (names: readonly string[]) => Promise<Uint8Array[]>;

const fetchFiles: Read = (names) =>
  Promise.all(
    names.map(
      async (name) => new Uint8Array(await (await fetch(`index/${name}`, { cache: 'no-store' })).arrayBuffer()),
    ),
  );

async function readStored(names: readonly string[]): Promise<Uint8Array[]> {
  const files = (await openDatabase()).transaction('files').objectStore('files');
  return Promise.all(names.map(async (name) => new Uint8Array(await done(files.get(name)))));
}

/** Copies the index from the server into the browser's database. */
async function store(): Promise<void> {
  const names = await fileNames(fetchFiles);
  const contents = await fetchFiles(names);
  const files = (await openDatabase()).transaction('files', 'readwrite').objectStore('files');
  await Promise.all(names.map((name, i) => done(files.put(contents[i]?.buffer, name))));
}

async function fileNames(read: Read): Promise<string[]> {
  const [text] = await read([MANIFEST]);
  const { statistics, shards } = parseManifest(new TextDecoder().decode(text));
  return [MANIFEST, statistics.file, ...shards.map(({ file }) => file)];
}

async function open(from: 'server' | 'database', fingerprint: Fingerprint): Promise<ColdOpen> {
  const start = performance.now();
  const read = from === 'server' ? fetchFiles : readStored;
  const [, statisticsName = '', ...shardNames] = await fileNames(read);
  const [statistics = new Uint8Array(), ...shards] = await read([statisticsName, ...shardNames]);
  const readMs = performance.now() - start;
  const opened = shards.map((bytes, i) => openShard(shardNames[i] ?? '', bytes));
  const index = openArticleIndex(opened, decodeStatistics(statisticsName, statistics));
  const openMs = performance.now() - start;
  const nearest = nearestIn(index, fingerprint);
  const answerMs = performance.now() - start;
  return { readMs, openMs, answerMs, articles: index.size, nearest };
}

function nearestIn(index: ArticleIndex, fingerprint: Fingerprint): string | null {
  const lists = searchArticles(index, index.weigh(fingerprint), { wanted: () => true, perLanguage: PER_LANGUAGE });
  const all = lists.flatMap(({ numbers, cosines }) =>
    numbers.map((number, i) => ({ number, cosine: cosines[i] ?? 0 })),
  );
  const [best] = all.sort((a, b) => b.cosine - a.cosine);
  return best ? index.document(best.number).id : null;
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('cold-open', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('files');
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

Object.assign(globalThis, { coldOpen: { store, open } });
