import * as v from 'valibot';
import { webAddress } from './metadata';
import { PAGE_KINDS, type PageReading } from './types';

/** A message that claims to be a page reading and is not one. */
export class InvalidReading extends Error {
  override name = 'InvalidReading';
}

/** What is kept of a reading; a page may send what it likes, but only this much of it is worked on. */
export const READING_LIMITS = {
  title: 1000,
  name: 300,
  lang: 35,
  url: 4000,
  paragraphs: 5000,
  /** Characters of all paragraphs together. */
  text: 1_000_000,
  dates: 50,
  date: 200,
  /** Entries of a trace, and the length of what each names and quotes. */
  trace: 200,
  rule: 40,
  traced: 80,
} as const;

const name = (limit: number) =>
  v.nullable(
    v.pipe(
      v.string(),
      v.transform((text) => cut(text, limit)),
    ),
  );

/** An http(s) address; any other is none: a page cannot make the extension link to a script or a file. */
const address = v.nullable(
  v.pipe(
    v.string(),
    v.transform((text) => (text.length > READING_LIMITS.url ? null : webAddress(text, null))),
  ),
);

const Clue = v.pipe(
  v.object({
    source: v.picklist(['json-ld', 'meta', 'time', 'text']),
    text: v.string(),
    modified: v.optional(v.literal(true)),
    beforeHeadline: v.optional(v.literal(true)),
  }),
  v.transform(({ source, text, modified, beforeHeadline }) => ({
    source,
    text: cut(text, READING_LIMITS.date),
    ...(modified === true ? { modified } : {}),
    ...(beforeHeadline === true ? { beforeHeadline } : {}),
  })),
);

const Entry = v.object({
  action: v.picklist(['removed', 'added']),
  rule: v.pipe(
    v.string(),
    v.transform((text) => cut(text, READING_LIMITS.rule)),
  ),
  text: v.pipe(
    v.string(),
    v.transform((text) => cut(text, READING_LIMITS.traced)),
  ),
});

const Reading = v.object({
  kind: v.picklist(PAGE_KINDS),
  title: v.pipe(
    v.string(),
    v.transform((text) => cut(text, READING_LIMITS.title)),
  ),
  paragraphs: v.pipe(
    // The length is cut before each element is looked at: a list of a million numbers costs nothing.
    v.array(v.unknown()),
    v.transform((list) => list.slice(0, READING_LIMITS.paragraphs)),
    v.array(v.string()),
    v.transform(withinText),
  ),
  url: address,
  canonicalUrl: address,
  site: name(READING_LIMITS.name),
  byline: name(READING_LIMITS.name),
  section: name(READING_LIMITS.name),
  image: v.pipe(
    address,
    v.transform((url) => (url?.startsWith('https:') ? url : null)),
  ),
  paywalled: v.boolean(),
  live: v.boolean(),
  coarse: v.boolean(),
  declaredLang: name(READING_LIMITS.lang),
  dates: v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.slice(0, READING_LIMITS.dates)),
    v.array(Clue),
  ),
  trace: v.optional(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.slice(0, READING_LIMITS.trace)),
      v.array(Entry),
    ),
  ),
});

/**
 * Checks a reading that came as a message. Its page is not trusted: the shape must be right (else `InvalidReading`),
 * lengths are cut to what an article can have, addresses are http(s) or null, and nothing else gets through.
 */
export function parseReading(value: unknown): PageReading {
  const result = v.safeParse(Reading, value, { abortEarly: true });
  if (result.success) {
    const { trace, ...reading } = result.output;
    return trace === undefined ? reading : { ...reading, trace };
  }
  const [issue] = result.issues;
  throw new InvalidReading(`not a page reading: ${v.getDotPath(issue) ?? 'value'}: ${issue.message.slice(0, 200)}`);
}

function withinText(paragraphs: string[]): string[] {
  const kept: string[] = [];
  let room: number = READING_LIMITS.text;
  for (const paragraph of paragraphs) {
    if (room <= 0) break;
    kept.push(cut(paragraph, room));
    room -= paragraph.length;
  }
  return kept;
}

/** The text, or as much of it as is allowed, not ending in half a character. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
