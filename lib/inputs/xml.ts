import { Parser } from 'htmlparser2';
import { LIMITS } from './limits';
import { LineCounter } from './line-counter';
import { InputFault } from './types';

/** What reads the elements of an XML file. Names are in lower case, with the usual prefix of their namespace. */
export interface XmlHandler {
  /** `line` is the one that the tag begins on, counted from 1. */
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text(data: string): void;
  /** `cut` where the file or an element around it ended before its own end tag. */
  close(name: string, cut: boolean): void;
}

/** Namespaces of feeds, by the prefix that names them here; whatever prefix a file gives them. */
const NAMESPACES: readonly (readonly [address: string, prefix: string])[] = [
  ['http://www.w3.org/2005/atom', ''],
  ['http://purl.org/atom/ns', ''],
  ['http://purl.org/rss/1.0/modules/content', 'content:'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf:'],
  ['http://www.w3.org/1999/xhtml', 'xhtml:'],
  ['http://purl.org/dc/elements/1.1', 'dc:'],
  ['http://purl.org/dc/terms', 'dcterms:'],
  ['http://rssnamespace.org/feedburner/ext', 'feedburner:'],
];

const MAX_PREFIXES = 100;

/**
 * Sends the elements of an XML text to a handler, chunk by chunk, and yields after each. Feeds are often not well-formed,
 * so the parser takes what it gets; it knows the five entities of XML and character references, and expands no others.
 * @throws InputFault for what nests too deep or is one endless tag
 */
export async function* parseXml(chunks: AsyncIterable<string>, handler: XmlHandler): AsyncGenerator<void> {
  // What each open element declares holds for what stands in it: XHTML in an entry is not the entry's own namespace.
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const lines = new LineCounter();
  let depth = 0;
  const named = (name: string): string => {
    const lower = name.toLowerCase();
    const colon = lower.indexOf(':');
    const prefix = colon < 0 ? '' : lower.slice(0, colon);
    const known = scopes.at(-1)?.get(prefix);
    return known === undefined ? lower : known + lower.slice(colon + 1);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > LIMITS.depth) throw new InputFault('elements nest too deep');
        scopes.push(scopeOf(scopes.at(-1), attributes));
        handler.open(named(name), attributes, lines.at(parser.startIndex));
      },
      ontext: (data) => handler.text(data),
      onclosetag(name, implied) {
        depth--;
        handler.close(named(name), implied);
        scopes.pop();
      },
    },
    { xmlMode: true },
  );
  let written = 0;
  for await (const chunk of chunks) {
    lines.add(chunk);
    parser.write(chunk);
    lines.at(parser.startIndex);
    written += chunk.length;
    if (written - parser.endIndex > LIMITS.record) throw new InputFault('a tag or section longer than 10 MB');
    yield;
  }
  parser.end();
  yield;
}

/** The prefixes that hold in an element: those around it, and its own. */
function scopeOf(
  outer: ReadonlyMap<string, string> = new Map(),
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  let scope: Map<string, string> | null = null;
  for (const [key, value] of Object.entries(attributes)) {
    const prefix = /^xmlns(?::(.+))?$/i.exec(key);
    if (prefix === null || (scope?.size ?? 0) >= MAX_PREFIXES) continue;
    const address = value.trim().toLowerCase();
    const known = NAMESPACES.find(([start]) => address.startsWith(start));
    if (known === undefined) continue;
    scope ??= new Map(outer);
    scope.set((prefix[1] ?? '').toLowerCase(), known[1]);
  }
  return scope ?? outer;
}

/** An attribute by its name in lower case. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | null {
  for (const [key, value] of Object.entries(attributes)) if (key.toLowerCase() === name) return value;
  return null;
}
