import { MemberCutter } from './json-members';
import type { Format } from './types';

/** Bytes at the start of a file that its format is told from. */
export const HEAD_BYTES = 64 * 1024;

/** Columns of a GKG 2.1 record. */
export const GKG_COLUMNS = 27;

/** Lines among which a sound one is looked for. */
const LINES = 50;

const JSON_FEED = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/;

/** The format of a text file, from its beginning; null for none of those that are read. */
export function sniffFormat(head: string): Format | null {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('WARC/')) return 'warc';
  if (text.startsWith('<')) return sniffXml(text);
  const [line = '', ...others] = text.split('\n', LINES);
  if (isGkgLine(line)) return 'gkg';
  if (text.startsWith('{')) return sniffJson(text, line);
  // The first line may be the broken one.
  for (const other of others) {
    if (isGkgLine(other)) return 'gkg';
    if (isArticleLine(other)) return 'articles';
  }
  return null;
}

/** By its columns; by its id and its time where it is longer than what is looked at, or has lost a column. */
function isGkgLine(line: string): boolean {
  if (/^\d{14}-T?\d+\t\d{14}\t/.test(line)) return true;
  const columns = line.split('\t', GKG_COLUMNS + 1);
  return columns.length === GKG_COLUMNS && /^\d{14}$/.test(columns[1] ?? '');
}

function isArticleLine(line: string): boolean {
  const value = line.startsWith('{') ? parses(line) : null;
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value;
}

const ROOTS: Readonly<Record<string, Format>> = { rss: 'rss', rdf: 'rdf', feed: 'atom', opml: 'opml' };

/** The first element's name decides; declarations, comments and a document type may stand before it. */
function sniffXml(text: string): Format | null {
  // What has no end goes to the end of the text, so that none of it is looked through for an end again.
  const before = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!DOCTYPE[^>[]*(?:\[[^\]]*(?:\]|$))?\s*(?:>|$)/gi;
  const body = text.replace(before, '');
  const name = /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(body)?.[2]?.toLowerCase() ?? '';
  return Object.hasOwn(ROOTS, name) ? (ROOTS[name] ?? null) : null;
}

/**
 * A feed is one object, articles are one object a line. A feed that is written on one line is known by its version, one
 * on several lines by a first line that is no whole object.
 */
function sniffJson(text: string, line: string): Format {
  const whole = parses(line);
  if (whole !== undefined) {
    const version = typeof whole === 'object' && whole !== null && 'version' in whole ? String(whole.version) : '';
    return version.includes('jsonfeed.org/version') ? 'json-feed' : 'articles';
  }
  if (line.trim() === '{') return 'json-feed';
  return JSON_FEED.test(text) || hasItems(text) ? 'json-feed' : 'articles';
}

/** Whether the object that the text begins with has items: its version may come after them, beyond what is looked at. */
function hasItems(text: string): boolean {
  const cutter = new MemberCutter(['items'], HEAD_BYTES);
  cutter.write(text);
  return cutter.found.some(({ key, json }) => key === 'items' && json?.startsWith('{'));
}

function parses(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
}
