import { describe, expect, it } from 'vitest';
import { inSlices } from '../article/in-slices';
import type { Term } from '../fingerprint/types';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { encodeShard } from '../index/encode-shard';
import { formatManifest, INDEX_FORMAT } from '../index/manifest';
import { openArticleIndex } from '../index/open-article-index';
import { article } from '../index/samples.testing';
import { openShard } from '../index/shard';
import { encodeStatistics, runSteps, statisticsOf } from '../index/statistics';
import { type LiveIndex, withLiveReportsSteps } from '../match/live-reports';
import { type KeptFile, openSubscribed, searchedBytes } from './subscribed-index';

const WORDS = ['gjirokaster', 'rama', 'albania', 'ioannina', 'tirana', 'greece', 'durres', 'vlora'];
const LANGUAGES = ['de', 'es', 'fr', 'pt'];

const termsOf = (lang: string): Term[] =>
  WORDS.map((text, at) => ({
    key: `n:${text}`,
    kind: 'name',
    strength: 2,
    place: at < 5 ? 'title' : 'lead',
    forms: [{ lang, text }],
  }));

/** A report of the event in each language, and one of something else, a day. */
const FILES = ['2025-06-23', '2025-06-24'].map((day) => {
  const about = (lang: string, id: string) => ({ date: day, url: `https://${lang}.example/${day}/${id}` });
  const reports = LANGUAGES.map((lang) => ({
    ...article(`${day} ${lang}`, lang, WORDS, about(lang, 'event')),
    terms: termsOf(lang),
  }));
  const other = article(`${day} other`, 'en', ['bakery', 'tramway', 'orchard'], about('en', 'other'));
  return { name: `shards/${day}-0123456789abcdef.bin`, day, bytes: encodeShard([...reports, other]) };
});
const SHARDS = FILES.map(({ name, bytes }) => openShard(name, bytes));
const STATISTICS = statisticsOf(SHARDS);
const BACKGROUND = { name: 'statistics-0123456789abcdef.bin', bytes: encodeStatistics(STATISTICS) };
const entry = (file: string, { length }: Uint8Array) => ({ file, bytes: length, sha256: '0'.repeat(64) });
const MANIFEST = formatManifest({
  format: INDEX_FORMAT,
  fingerprint: FINGERPRINT_VERSION,
  generation: 1,
  outlets: STATISTICS.outlets,
  statistics: entry(BACKGROUND.name, BACKGROUND.bytes),
  shards: FILES.map(({ name, day, bytes }) => ({ ...entry(name, bytes), day, articles: 5, languages: {} })),
});

interface Read {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The files as a database gives them, and what is read of them. */
function kept() {
  const reads: Read[] = [];
  const damaged = new Set<string>();
  const fileOf = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): [string, KeptFile] => {
    const read: KeptFile['read'] = async (from, to) => {
      reads.push({ name, from, to });
      const part = bytes.slice(from, to);
      if (damaged.has(name)) part[part.length - 1] = (part.at(-1) ?? 0) ^ 1;
      return part;
    };
    return [name, { bytes: bytes.length, searched: searchedBytes(name, bytes), read }];
  };
  return { files: new Map([BACKGROUND, ...FILES].map(fileOf)), reads, damaged };
}

const subject = {
  id: null,
  url: 'https://de.example/2025-06-23/event',
  publishedAt: '2025-06-23',
  fingerprint: { version: FINGERPRINT_VERSION, lang: 'en', terms: termsOf('en') },
};
const live = (index: LiveIndex['index']): LiveIndex[] => [
  { origin: 'subscribed', index, asOf: '2025-06-24', isHeadlineOnly: () => false },
];

describe('a subscribed index', () => {
  it('is opened without what ranking needs of its shards', async () => {
    const { files, reads } = kept();
    await openSubscribed(MANIFEST, files);
    const ofShards = reads.filter(({ name }) => name !== BACKGROUND.name);
    expect(ofShards.map(({ name, from, to }) => [name, from, to])).toEqual(
      FILES.map(({ name }) => [name, 0, files.get(name)?.searched]),
    );
    expect(FILES.every(({ name, bytes }) => (files.get(name)?.searched ?? 0) < bytes.length)).toBe(true);
  });

  it('gives the reports that one in memory gives, each part read once', async () => {
    const { files, reads } = kept();
    const index = await openSubscribed(MANIFEST, files);
    if (index === null) throw new Error('It is not there.');
    const found = await inSlices(withLiveReportsSteps([], subject, live(index)));
    expect(found).toEqual(runSteps(withLiveReportsSteps([], subject, live(openArticleIndex(SHARDS, STATISTICS)))));
    // The address of the article itself is left out.
    expect(found[0]?.coverage.map(({ url }) => url)).not.toContain(subject.url);
    expect(found[0]?.coverage.length).toBeGreaterThan(3);
    expect(new Set(reads.map(({ name, from }) => `${name} ${from}`)).size).toBe(reads.length);
  });

  it('has no reports where a file cannot be read any more, or is not what it was', async () => {
    const { files, damaged } = kept();
    const index = await openSubscribed(MANIFEST, files);
    if (index === null) throw new Error('It is not there.');
    for (const { name } of FILES) damaged.add(name);
    expect(await inSlices(withLiveReportsSteps([], subject, live(index)))).toEqual([]);
  });

  it('is refused where what a search needs is damaged', async () => {
    const { files, damaged } = kept();
    damaged.add(FILES[1]?.name ?? '');
    await expect(openSubscribed(MANIFEST, files)).rejects.toThrow(FILES[1]?.name);
  });
});
