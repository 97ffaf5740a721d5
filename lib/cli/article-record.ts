/** A fingerprinted article as it waits on disk for its shard. */
import { ByteReader, ByteWriter } from '../container/varint';
import { kindOfKey } from '../fingerprint/term-kind';
import type { Form, Term } from '../fingerprint/types';
import { contentHash } from '../index/content-hash';
import { PLACES } from '../index/format';
import { codeOf, PLACE_OF, STRENGTH_OF } from '../index/strength';
import type { IndexSource } from '../index/types';
import type { Report } from '../match/types';

/** What a shard orders its articles by, and where the article itself is. */
export interface RecordHead {
  readonly hash: number;
  readonly lang: string;
}

/** Its room is used again for every record. */
const writer = new ByteWriter();

/** An article as a record. Strengths are rounded as a shard rounds them. */
export function writeRecord({ document, terms, textKey }: IndexSource): Uint8Array {
  writer.clear();
  writer.unsigned(contentHash({ document, terms }));
  const { lang, id, date, titles, url, site, coverage } = document;
  writer.text(lang);
  writer.text(id);
  writer.text(titles[lang] ?? '');
  for (const text of [date, url, site]) optional(text);
  writer.unsigned(textKey?.high ?? 0);
  writer.unsigned(textKey?.low ?? 0);
  writer.unsigned(coverage.length);
  for (const report of coverage) {
    for (const text of [report.outlet, report.lang, report.url]) writer.text(text);
    for (const text of [report.date, report.headline]) optional(text);
  }
  writer.unsigned(terms.length);
  for (const { key, strength, place, forms } of terms) {
    writer.text(key);
    writer.byte(codeOf(strength, place));
    writer.unsigned(forms.length);
    for (const { text } of forms) writer.text(text);
  }
  return writer.bytes();
}

/** What stands at the beginning of a record. */
export function readHead(record: Uint8Array): RecordHead {
  const reader = new ByteReader(record);
  return { hash: reader.unsigned(), lang: reader.text() };
}

/** The article of a record. */
export function readRecord(record: Uint8Array): IndexSource {
  const reader = new ByteReader(record);
  reader.unsigned();
  const lang = reader.text();
  const id = reader.text();
  const titles = { [lang]: reader.text() };
  const [date, url, site] = [readOptional(reader), readOptional(reader), readOptional(reader)];
  const [high, low] = [reader.unsigned(), reader.unsigned()];
  const coverage = Array.from({ length: reader.unsigned() }, (): Report => {
    const [outlet, reportLang, address] = [reader.text(), reader.text(), reader.text()];
    return { outlet, lang: reportLang, url: address, date: readOptional(reader), headline: readOptional(reader) };
  });
  const terms: Term[] = [];
  for (let left = reader.unsigned(); left > 0; left--) {
    const key = reader.text();
    const code = reader.unsignedByte();
    const forms: Form[] = [];
    for (let more = reader.unsigned(); more > 0; more--) forms.push({ lang, text: reader.text() });
    const place = PLACES[PLACE_OF[code] ?? 0] ?? 'body';
    terms.push({ key, kind: kindOfKey(key) ?? 'concept', strength: STRENGTH_OF[code] ?? 0, place, forms });
  }
  return {
    document: { id, kind: 'article', lang, date, titles, url, site, coverage, follows: [] },
    terms,
    textKey: high === 0 && low === 0 ? null : { high, low },
  };
}

function optional(text: string | null): void {
  writer.byte(text === null ? 0 : 1);
  if (text !== null) writer.text(text);
}

function readOptional(reader: ByteReader): string | null {
  return reader.unsignedByte() === 0 ? null : reader.text();
}
