import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { type ContainerKind, FileFormatError, packContainer, unpackContainer } from '../container/container';
import { ByteWriter, decodeUtf8, encodeUtf8 } from '../container/varint';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { damagedBytes, damagedRecord, damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { matchArticles } from '../match/articles';
import { runsOf } from '../property-runs.testing';
import { encodeShard } from './encode-shard';
import { formatManifest, type Manifest, manifestFacts, parseManifest } from './manifest';
import { openArticleIndex } from './open-article-index';
import { BlockReader } from './packed-blocks';
import { article } from './samples.testing';
import { openShard } from './shard';
import { EVIDENCE_PART, SEARCH_PART, splitShard } from './shard-format';
import { decodeStatistics, encodeStatistics, STATISTICS_FILE, statisticsOf } from './statistics';

const numRuns = runsOf(FUZZ_SAMPLE);
const NAME = 'shards/2025-06-23-0f.bin';
const SOURCES = [
  ...['a', 'b', 'c'].map((id) => article(id, 'en', ['btn', 'alks', id], { url: `https://a.example/${id}` })),
  ...['d', 'e'].map((id) =>
    article(id, 'hi', ['btn', 'klkt', id, 'mskb'], {
      site: 'D',
      date: '2025-06-23T10:00:30.5Z',
      coverage: [{ outlet: 'C', lang: 'hi', date: null, url: 'https://c.example/', headline: id }],
    }),
  ),
];
const SHARD = encodeShard(SOURCES);
const STATISTICS = encodeStatistics(statisticsOf([openShard(NAME, SHARD)]));

/** All that a search, the panel and the builder may ask of an index. */
function useIndex(shard: Uint8Array, statistics: Uint8Array): void {
  const open = openShard(NAME, shard);
  for (const { document } of open.sources()) {
    expect(document.url ?? 'https:').toMatch(/^https?:/);
    for (const { url } of document.coverage) expect(url).toMatch(/^https?:/);
    expect(document.lang).toMatch(/^[a-z0-9_-]{1,35}$/i);
  }
  const index = openArticleIndex([open], decodeStatistics(NAME, statistics));
  const subject = {
    id: 'a',
    url: 'https://a.example/b',
    publishedAt: '2025-06-23',
    fingerprint: { version: FINGERPRINT_VERSION, lang: 'en', terms: SOURCES[3]?.terms ?? [] },
  };
  for (const match of matchArticles(index, subject, { perLanguage: 5, sameLanguage: true })) {
    expect(match.score).toBeGreaterThanOrEqual(0);
    expect(match.score).toBeLessThanOrEqual(1);
    index.terms(match.number);
  }
}

function expectRefusedOrSound(use: () => void): void {
  try {
    use();
  } catch (error) {
    if (!(error instanceof FileFormatError)) throw error;
  }
}

/** A file in which one section is damaged, under a checksum that fits. */
function damagedSection(kind: ContainerKind, file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const sections = unpackContainer(kind, file);
  return fc.constantFrom(...sections).chain(([name, bytes]) => {
    const odd = name === 'INFO' ? damagedJson(bytes) : damagedBytes(bytes);
    return odd.map((changed) => packContainer(kind, new Map([...sections, [name, changed]])));
  });
}

function damagedJson(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const text = decodeUtf8(bytes);
  const record = damagedRecord(JSON.parse(text)).map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(record, damagedText([text])).map(encodeUtf8);
}

/** A shard whose blocks unpack to records of another shape. */
function damagedBlocks(): fc.Arbitrary<Uint8Array> {
  const { search, evidence } = splitShard(NAME, SHARD);
  const sections = unpackContainer(EVIDENCE_PART, evidence);
  return fc.constantFrom('DOCS', 'SITE').chain((name) =>
    damagedJson(new BlockReader(sections.get(name) ?? new Uint8Array()).read(0)).map((block) => {
      const changed = storedBlock(block);
      return joined(search, packContainer(EVIDENCE_PART, new Map([...sections, [name, changed]])));
    }),
  );
}

/** A section of one block, packed as quickly as can be. */
function storedBlock(block: Uint8Array): Uint8Array {
  const packed = deflateSync(block, { level: 0 });
  const writer = new ByteWriter();
  for (const number of [1, packed.length, block.length]) writer.unsigned(number);
  writer.raw(packed);
  return writer.bytes();
}

function joined(search: Uint8Array, evidence: Uint8Array): Uint8Array {
  const file = new Uint8Array(search.length + evidence.length);
  file.set(search);
  file.set(evidence, search.length);
  return file;
}

const { search: SEARCH, evidence: EVIDENCE } = splitShard(NAME, SHARD);

it('the index is sound before it is damaged', () => {
  useIndex(SHARD, STATISTICS);
});

it('a damaged shard is refused by its name', () => {
  fc.assert(
    fc.property(damagedBytes(SHARD), (file) => expectRefusedOrSound(() => useIndex(file, STATISTICS))),
    { numRuns },
  );
});

it.each([
  ['search part', damagedSection(SEARCH_PART, SEARCH).map((part) => joined(part, EVIDENCE))],
  ['evidence', damagedSection(EVIDENCE_PART, EVIDENCE).map((part) => joined(SEARCH, part))],
  ['blocks', damagedBlocks()],
])('a shard whose %s was damaged before it was sealed is refused or answers', (_, files) => {
  fc.assert(
    fc.property(files, (file) => expectRefusedOrSound(() => useIndex(file, STATISTICS))),
    { numRuns },
  );
});

it('damaged statistics are refused or answer, with a checksum that fits and without', () => {
  const files = fc.oneof(damagedBytes(STATISTICS), damagedSection(STATISTICS_FILE, STATISTICS));
  fc.assert(
    fc.property(files, (file) => expectRefusedOrSound(() => useIndex(SHARD, file))),
    { numRuns },
  );
});

const MANIFEST: Manifest = {
  format: 1,
  fingerprint: FINGERPRINT_VERSION,
  generation: 3,
  outlets: 2,
  statistics: { file: 'statistics-0a.bin', bytes: 10, sha256: 'a'.repeat(64) },
  shards: [
    { file: NAME, bytes: 7, sha256: 'b'.repeat(64), day: '2025-06-23', articles: 5, languages: { en: 3, hi: 2 } },
    { file: 'shards/undated-1b.bin', bytes: 7, sha256: 'c'.repeat(64), day: null, articles: 1, languages: { und: 1 } },
  ],
};

it('a damaged manifest is refused, or one whose files lie in its own folder', () => {
  const texts = fc.oneof(
    damagedText([formatManifest(MANIFEST)]),
    damagedRecord(MANIFEST).map((value) => JSON.stringify(value) ?? ''),
  );
  fc.assert(
    fc.property(texts, (text) =>
      expectRefusedOrSound(() => {
        const manifest = parseManifest(text);
        const base = 'https://index.example/news/manifest.json';
        for (const { file, bytes } of [manifest.statistics, ...manifest.shards]) {
          expect(new URL(file, base).href.startsWith('https://index.example/news/')).toBe(true);
          expect(bytes).toBeGreaterThanOrEqual(0);
        }
        expect(parseManifest(formatManifest(manifest))).toEqual(parseManifest(formatManifest(manifest)));
        for (const lang of manifestFacts(manifest).languages) expect(lang).toMatch(/^[a-z0-9_-]{1,35}$/i);
      }),
    ),
    { numRuns },
  );
});
