/**
 * What the cold-open bench runs in a page: opens an index, from the server or from the browser's own database, and
 * answers one query. The reader is the extension's own.
 */
import { inSlices } from '../../lib/article/in-slices';
import { type KeptFile, openSubscribed, searchedBytes } from '../../lib/coverage/subscribed-index';
import type { Fingerprint } from '../../lib/fingerprint/types';
import type { ArticleIndex } from '../../lib/index/article-index';
import { searchArticles } from '../../lib/index/article-search';
import { parseManifest } from '../../lib/index/manifest';
import { matchArticlesSteps } from '../../lib/match/articles';

/** How long it took, in milliseconds from the beginning. */
export interface ColdOpen {
  readonly readMs: number;
  readonly openMs: number;
  readonly answerMs: number;
  /** A whole match after that, with ranking and evidence. */
  readonly matchMs: number;
  /** The longest that it went on without a pause. */
  readonly longestSliceMs: number;
  readonly articles: number;
  /** The id of the article that was found nearest. */
  readonly nearest: string | null;
}

const PER_LANGUAGE = 12;
const MANIFEST = 'manifest.json';

interface Files {
  readonly manifest: string;
  readonly files: ReadonlyMap<string, KeptFile>;
}

/** A file as the extension keeps it. */
interface Stored {
  readonly file: Blob;
  readonly searched: number;
}

async function fetchFile(name: string): Promise<Stored> {
  const bytes = new Uint8Array(await (await fetch(`index/${name}`, { cache: 'no-store' })).arrayBuffer());
  return { file: new Blob([bytes]), searched: name === MANIFEST ? 0 : searchedBytes(name, bytes) };
}

async function fetchFiles(): Promise<Files> {
  const manifest = await (await fetchFile(MANIFEST)).file.text();
  const names = namesIn(manifest);
  const files = await Promise.all(names.map(fetchFile));
  return { manifest, files: new Map(names.map((name, i) => [name, keptFile(files[i])])) };
}

async function readStored(): Promise<Files> {
  const files = (await openDatabase()).transaction('files').objectStore('files');
  const [names, records] = await Promise.all([done(files.getAllKeys()), done(files.getAll())]);
  const stored = new Map(names.map((name, i) => [String(name), records[i] as Stored]));
  const manifest = (await stored.get(MANIFEST)?.file.text()) ?? '';
  return { manifest, files: new Map(namesIn(manifest).map((name) => [name, keptFile(stored.get(name))])) };
}

/** Copies the index from the server into the browser's database. */
async function store(): Promise<void> {
  const manifest = await fetchFile(MANIFEST);
  const names = namesIn(await manifest.file.text());
  const contents = await Promise.all(names.map(fetchFile));
  const writing = (await openDatabase()).transaction('files', 'readwrite');
  // A blob is written when all requests have been answered: the browser is ended after that.
  const written = new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  });
  const files = writing.objectStore('files');
  files.put(manifest, MANIFEST);
  names.forEach((name, i) => {
    files.put(contents[i], name);
  });
  await written;
}

function namesIn(manifest: string): string[] {
  const { statistics, shards } = parseManifest(manifest);
  return [statistics.file, ...shards.map(({ file }) => file)];
}

function keptFile(stored: Stored | undefined): KeptFile {
  if (stored === undefined) throw new Error('A file is missing.');
  const { file, searched } = stored;
  const read: KeptFile['read'] = async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  return { read, bytes: file.size, searched };
}

async function open(from: 'server' | 'database', fingerprint: Fingerprint): Promise<ColdOpen> {
  const start = performance.now();
  const { manifest, files } = await (from === 'server' ? fetchFiles() : readStored());
  const readMs = performance.now() - start;
  const index = await openSubscribed(manifest, files);
  if (index === null) throw new Error('The index was not opened.');
  const openMs = performance.now() - start;
  const nearest = await nearestIn(index, fingerprint);
  const answerMs = performance.now() - start;
  const { longestSliceMs, matchMs } = await match(index, fingerprint);
  return { readMs, openMs, answerMs, matchMs, longestSliceMs, articles: index.size, nearest };
}

/** The whole match as the extension runs it. */
async function match(
  index: ArticleIndex,
  fingerprint: Fingerprint,
): Promise<Pick<ColdOpen, 'matchMs' | 'longestSliceMs'>> {
  const start = performance.now();
  let longest = 0;
  const subject = { id: null, url: null, publishedAt: null, fingerprint };
  const steps = matchArticlesSteps(index, subject, { perLanguage: PER_LANGUAGE, sameLanguage: true });
  await inSlices(
    (function* () {
      for (;;) {
        const before = performance.now();
        const { done, value } = steps.next();
        longest = Math.max(longest, performance.now() - before);
        if (done) return value;
        yield value;
      }
    })(),
  );
  return { matchMs: performance.now() - start, longestSliceMs: longest };
}

async function nearestIn(index: ArticleIndex, fingerprint: Fingerprint): Promise<string | null> {
  const lists = searchArticles(index, index.weigh(fingerprint), { wanted: () => true, perLanguage: PER_LANGUAGE });
  const all = lists.flatMap(({ numbers, cosines }) =>
    numbers.map((number, i) => ({ number, cosine: cosines[i] ?? 0 })),
  );
  const [best] = all.sort((a, b) => b.cosine - a.cosine);
  if (best === undefined) return null;
  await inSlices(index.load(best.number));
  return index.document(best.number).id;
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
