/**
 * What is known of an index as a whole: how rare each term is, how near each article is to all, and how much
 * weight it has. It follows from the
 * articles alone: neither the order in which they came nor the shards they lie in show in it.
 *
 * Sections: `INFO` JSON; `TERM` the counts (`term-counts.ts`); `HUBS` the hubness of the articles, shard after shard, two
 * bytes each; `MEAS` their measures, shard after shard (`shard-measures.ts`).
 */
import * as v from 'valibot';
import { type ContainerKind, FileFormatError, offsetIn, packContainer, unpackContainer } from '../container/container';
import { ByteWriter, decodeUtf8, encodeUtf8 } from '../container/varint';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { Neighbours, Sample, type ShardWeights } from './hubness';
import type { FileSource, WaitingSteps } from './late';
import type { Shard } from './shard';
import { named, sectionOf } from './shard-format';
import { otherFingerprint, parseJson } from './shard-info';
import { raritiesOf, ShardMeasures } from './shard-measures';
import { forgetTable, tableOf } from './shard-table';
import { TermCounter, TermCounts } from './term-counts';

export const STATISTICS_FILE: ContainerKind = { magic: 'SLST', version: 2, label: 'statistics of an index' };
const HUBNESS_STEPS = 0xffff;
/** Between articles whose hubness is worked out something else may run. */
const ARTICLES_A_STEP = 32;

export interface Statistics {
  /** Number of articles. */
  readonly documents: number;
  readonly counts: TermCounts;
  /** Different sites and outlets. */
  readonly outlets: number;
  /** The hubness of each shard's articles by its name, in steps. */
  readonly hubness: ReadonlyMap<string, Uint16Array>;
  /** The measures of each shard's articles by its name. */
  readonly measures: ReadonlyMap<string, ShardMeasures>;
}

/** A shard that can be opened, more than once: an index may have more than fit into memory. */
export interface ShardSource {
  readonly name: string;
  open(): Shard;
}

/** Hubness as a number. */
export function hubnessAt(steps: number): number {
  return steps / HUBNESS_STEPS;
}

/**
 * Runs a task to its end, without a pause.
 * @param onStep called after each step
 * @throws Error where something has to be waited for
 */
export function runSteps<T>(steps: WaitingSteps<T>, onStep: () => void = () => {}): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value instanceof Promise) throw new Error('A part of an index has to be waited for.');
    onStep();
  }
}

/** The statistics of some shards; see `statisticsSteps`. */
export function statisticsOf(shards: readonly ShardSource[], known?: Statistics): Statistics {
  return runSteps(statisticsSteps(shards, known));
}

/** How many steps `statisticsSteps` takes at most, for shards of so many articles of which nothing is known. */
export function countStatisticsSteps(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + 2 + Math.floor(size / ARTICLES_A_STEP), 0);
}

/**
 * Works out statistics, with a pause every few milliseconds. Shards are opened one after the other, three times each.
 *
 * @param known earlier ones: a shard that they know keeps its hubness. That is a little out of date where the index has
 *   changed much, and saves most of the work
 */
export function* statisticsSteps(shards: readonly ShardSource[], known?: Statistics): Generator<void, Statistics> {
  const counter = new TermCounter();
  const sample = new Sample();
  const languages = new Set<string>();
  const outlets = new Set<string>();
  let documents = 0;
  for (const [shardNumber, source] of shards.entries()) {
    const shard = source.open();
    const { hashes, starts } = tableOf(shard);
    counter.add(hashes, starts);
    for (const { lang, from, to } of shard.languages) {
      languages.add(lang);
      for (let number = from; number < to; number++) {
        sample.offer({ shard: shardNumber, number, lang, hash: shard.hashes[number] ?? 0 });
      }
    }
    for (const outlet of shard.outlets) outlets.add(outlet);
    documents += shard.size;
    yield;
  }
  const counts = counter.counts();
  const measures = new Map<string, ShardMeasures>();
  const weights = (source: ShardSource): ShardWeights => {
    const shard = source.open();
    const rarities = raritiesOf(shard, counts, documents);
    const own = measures.get(source.name) ?? ShardMeasures.of(shard, rarities);
    measures.set(source.name, own);
    return { shard, rarities, norms: own.norms };
  };
  const hubness = new Map<string, Uint16Array>();
  for (const { name } of shards) {
    const before = known?.hubness.get(name);
    if (before) hubness.set(name, before);
  }
  if (hubness.size < shards.length) {
    const neighbours = yield* neighboursOf(shards, sample, weights);
    for (const [shardNumber, source] of shards.entries()) {
      if (hubness.has(source.name)) continue;
      const weighed = weights(source);
      const values = new Uint16Array(weighed.shard.size);
      let number = 0;
      for (const value of neighbours.hubnessOf(shardNumber, weighed, languages.size)) {
        values[number++] = Math.round(Math.min(1, Math.max(0, value)) * HUBNESS_STEPS);
        if (number % ARTICLES_A_STEP === 0) yield;
      }
      hubness.set(source.name, values);
    }
  }
  for (const source of shards) {
    if (measures.has(source.name)) continue;
    weights(source);
    yield;
  }
  forgetTable();
  return { documents, counts, outlets: outlets.size, hubness, measures };
}

function* neighboursOf(
  shards: readonly ShardSource[],
  sample: Sample,
  weights: (source: ShardSource) => ShardWeights,
): Generator<void, Neighbours> {
  const neighbours = new Neighbours(sample.articles);
  for (const shardNumber of new Set(sample.articles.map(({ shard }) => shard))) {
    const source = shards[shardNumber];
    if (source) neighbours.add(shardNumber, weights(source));
    yield;
  }
  return neighbours;
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Info = v.object({
  fingerprintVersion: Count,
  documents: Count,
  outlets: Count,
  /** Names of the shards with their numbers of articles. */
  shards: v.array(v.tuple([v.string(), Count])),
});

/** Statistics as a file. The order of the shards does not show. */
export function encodeStatistics({ documents, outlets, counts, hubness, measures }: Statistics): Uint8Array {
  const shards = [...hubness].sort(([a], [b]) => (a < b ? -1 : 1));
  const info: v.InferOutput<typeof Info> = {
    fingerprintVersion: FINGERPRINT_VERSION,
    documents,
    outlets,
    shards: shards.map(([name, values]) => [name, values.length]),
  };
  const all = new Uint16Array(documentsOf(shards));
  let next = 0;
  for (const [, values] of shards) {
    all.set(values, next);
    next += values.length;
  }
  const measured = new ByteWriter();
  for (const [name] of shards) measured.raw(measures.get(name)?.encode() ?? new Uint8Array(0));
  return packContainer(
    STATISTICS_FILE,
    new Map([
      ['INFO', encodeUtf8(JSON.stringify(info))],
      ['TERM', counts.encode()],
      ['HUBS', new Uint8Array(all.buffer)],
      ['MEAS', measured.bytes()],
    ]),
  );
}

function documentsOf(shards: readonly (readonly [string, Uint16Array])[]): number {
  return shards.reduce((sum, [, values]) => sum + values.length, 0);
}

/**
 * Opens statistics.
 * @param source where the measures can be read again; without it they are held
 * @throws FileFormatError naming the file where it is damaged or of another version
 */
export function decodeStatistics(name: string, file: Uint8Array, source?: FileSource): Statistics {
  return named(name, () => {
    const sections = unpackContainer(STATISTICS_FILE, file);
    const parsed = v.safeParse(Info, parseJson(decodeUtf8(sectionOf(sections, 'INFO'))));
    if (!parsed.success) throw new FileFormatError('This file is damaged: INFO.');
    const { fingerprintVersion, documents, outlets, shards } = parsed.output;
    if (fingerprintVersion !== FINGERPRINT_VERSION) throw otherFingerprint(fingerprintVersion);
    const section = sectionOf(sections, 'HUBS');
    const all = new Uint16Array(new Uint8Array(section).buffer, 0, section.length >>> 1);
    const hubness = new Map<string, Uint16Array>();
    const measured = sectionOf(sections, 'MEAS');
    const measures = new Map<string, ShardMeasures>();
    let from = 0;
    for (const [shard, size] of shards) {
      const at = ShardMeasures.bytesOf(from);
      const bytes = measured.subarray(at, at + ShardMeasures.bytesOf(size));
      const again = source && { source, from: offsetIn(file, measured) + at };
      measures.set(shard, ShardMeasures.decode(bytes, size, again));
      hubness.set(shard, all.slice(from, from + size));
      from += size;
    }
    if (from !== all.length || section.length % 2 !== 0) throw new FileFormatError('This file is damaged: HUBS.');
    if (measured.length !== ShardMeasures.bytesOf(from)) throw new FileFormatError('This file is damaged: MEAS.');
    return { documents, outlets, counts: TermCounts.decode(sectionOf(sections, 'TERM')), hubness, measures };
  });
}
