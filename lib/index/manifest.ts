/** What an index folder holds: its files by name, size and hash. Who has it knows which of them to read for which days. */
import * as v from 'valibot';
import { FileFormatError } from '../container/container';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import type { IndexFacts } from '../match/types';
import { dayOf } from './date-code';
import { Language, otherFingerprint, parseJson } from './shard-info';

/** Raised where an older reader would misread the files. */
export const INDEX_FORMAT = 1;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Relative to the manifest, and nowhere else. */
const FileName = v.pipe(v.string(), v.regex(/^(?:shards\/)?[a-z0-9-]+\.bin$/));
const file = {
  file: FileName,
  bytes: Count,
  /** Hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
};
const Manifest = v.object({
  format: v.literal(INDEX_FORMAT),
  fingerprint: Count,
  /** One more with every build: of two manifests of an index the one with the higher number is the newer. */
  generation: Count,
  /** Different sites and outlets. */
  outlets: Count,
  statistics: v.object(file),
  shards: v.array(
    v.object({
      ...file,
      /** ISO; null for articles without a date. */
      day: v.nullable(
        v.pipe(
          v.string(),
          v.check((day) => dayOf(day) === day),
        ),
      ),
      articles: Count,
      /** Articles by language. */
      languages: v.record(Language, Count),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof Manifest>;
export type ShardEntry = Manifest['shards'][number];
export type FileEntry = Manifest['statistics'];

const Versions = v.object({ format: v.number(), fingerprint: v.number() });

/**
 * Reads a manifest.
 * @throws FileFormatError where it is none, or of another version
 */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text);
  const versions = v.safeParse(Versions, value);
  if (versions.success && versions.output.format !== INDEX_FORMAT) {
    throw new FileFormatError(
      `This index has format version ${versions.output.format}; this Sidelight reads version ${INDEX_FORMAT}.`,
    );
  }
  if (versions.success && versions.output.fingerprint !== FINGERPRINT_VERSION) {
    throw otherFingerprint(versions.output.fingerprint);
  }
  const parsed = v.safeParse(Manifest, value);
  if (!parsed.success) throw new FileFormatError('This is not a manifest of a Sidelight index, or a damaged one.');
  return parsed.output;
}

/** A manifest as text, which is the same for the same index. */
export function formatManifest(manifest: Manifest): string {
  const shards = [...manifest.shards].sort((a, b) => (a.file < b.file ? -1 : 1));
  return `${JSON.stringify({ ...manifest, shards }, null, 1)}\n`;
}

/** What a manifest tells without a shard being read. */
export function manifestFacts({ shards, statistics, outlets }: Manifest): IndexFacts {
  const articles = new Map<string, number>();
  for (const { languages } of shards) {
    for (const [lang, count] of Object.entries(languages)) articles.set(lang, (articles.get(lang) ?? 0) + count);
  }
  const days = shards.flatMap(({ day }) => day ?? []).sort();
  return {
    stories: 0,
    articles: shards.reduce((sum, shard) => sum + shard.articles, 0),
    reports: 0,
    outlets,
    languages: [...articles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang]) => lang),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    bytes: shards.reduce((sum, { bytes }) => sum + bytes, statistics.bytes),
    fingerprintVersion: FINGERPRINT_VERSION,
  };
}
