/** The `INFO` section of a shard. */
import * as v from 'valibot';
import { FileFormatError } from '../container/container';
import { decodeUtf8 } from '../container/varint';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { isLanguageTag } from '../languages/language-tag';
import { dayOf } from './date-code';
import { MAX_SHARD_DOCUMENTS } from './shard-format';
import { CODES } from './strength';

/** Shown beside headlines: whoever made the file may have written anything. */
export const Language = v.pipe(v.string(), v.check(isLanguageTag));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Info = v.object({
  fingerprintVersion: Count,
  /** ISO; null for articles without a date. */
  day: v.nullable(
    v.pipe(
      v.string(),
      v.check((day) => dayOf(day) === day),
    ),
  ),
  /** Languages in the order in which their articles stand, with the number of each. */
  languages: v.array(v.tuple([Language, Count])),
  terms: Count,
  postings: Count,
  /** How strength and place are written (`postings-codec.ts`). */
  codes: v.pipe(v.array(v.pipe(Count, v.maxValue(CODES - 1))), v.maxLength(CODES)),
  codeParameter: v.pipe(Count, v.maxValue(7)),
  /** Dates that no code can say. */
  dates: v.array(v.string()),
});

export type ShardInfo = v.InferOutput<typeof Info>;

/**
 * Reads the section.
 * @throws FileFormatError where it is damaged, or made by another version of the fingerprint
 */
export function readShardInfo(section: Uint8Array): ShardInfo {
  const parsed = v.safeParse(Info, parseJson(decodeUtf8(section)));
  if (!parsed.success) throw new FileFormatError('This file is damaged: INFO.');
  const info = parsed.output;
  if (info.fingerprintVersion !== FINGERPRINT_VERSION) throw otherFingerprint(info.fingerprintVersion);
  const size = info.languages.reduce((sum, [, count]) => sum + count, 0);
  if (size > MAX_SHARD_DOCUMENTS) throw new FileFormatError('This file is damaged: INFO.');
  return info;
}

/** What is said of an index that was made by other terms. */
export function otherFingerprint(version: number): FileFormatError {
  return new FileFormatError(
    `It was made with fingerprint version ${version}; this Sidelight needs version ${FINGERPRINT_VERSION}. Build it again.`,
  );
}

/** A text's JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
