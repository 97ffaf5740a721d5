/** The structured data of a page: schema.org nodes out of its JSON-LD, however they are nested. */

/** One node of the graph. Values are unknown: a page writes what it likes. */
export interface LdNode {
  readonly types: readonly string[];
  readonly depth: number;
  /** The property's value; undefined where the node itself has none (inherited names never count). */
  get(key: string): unknown;
}

const MAX_SCRIPTS = 40;
const MAX_SCRIPT_LENGTH = 1_000_000;
const MAX_DEPTH = 8;
const MAX_NODES = 3000;

/** Lists of other things: what stands below them is not this page. */
const ELSEWHERE = new Set([
  'itemListElement',
  'comment',
  'review',
  'citation',
  'mentions',
  'isRelatedTo',
  'relatedLink',
  'potentialAction',
]);

/** Every typed node of the document's JSON-LD, outer ones first. Broken scripts are skipped. */
export function readJsonLd(document: Document): LdNode[] {
  const nodes: LdNode[] = [];
  let queue: { value: unknown; depth: number }[] = [];
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    if (++scripts > MAX_SCRIPTS) break;
    const value = parseLoosely(script.textContent ?? '');
    if (value !== undefined) queue.push({ value, depth: 0 });
  }
  let visited = 0;
  while (queue.length > 0) {
    const next: typeof queue = [];
    for (const { value, depth } of queue) {
      if (typeof value !== 'object' || value === null || ++visited > MAX_NODES) continue;
      if (Array.isArray(value)) {
        for (const item of value.slice(0, MAX_NODES)) next.push({ value: item, depth });
        continue;
      }
      const entries = new Map<string, unknown>(Object.entries(value));
      const types = namesOf(entries.get('@type'));
      if (types.length > 0) nodes.push({ types, depth, get: (key) => entries.get(key) });
      if (depth >= MAX_DEPTH) continue;
      for (const [key, child] of entries) {
        if (typeof child !== 'object' || child === null || ELSEWHERE.has(key)) continue;
        next.push({ value: child, depth: key === '@graph' ? depth : depth + 1 });
      }
    }
    queue = next;
  }
  return nodes;
}

/** JSON as pages write it: inside comments or CDATA, with raw line breaks in strings, with a stray semicolon. */
function parseLoosely(source: string): unknown {
  if (source.length > MAX_SCRIPT_LENGTH) return undefined;
  const text = source.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$|;\s*$/g, '');
  try {
    return JSON.parse(text);
  } catch {
    // Control characters are illegal inside strings and mere white space outside of them.
  }
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
    return JSON.parse(text.replace(/[\u0000-\u001F]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
  } catch {
    return undefined;
  }
}

function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string').map((item) => item.replace(/^.*[/:#]/, ''));
}

/** The first string in a value that may be a string, a list, or a node with a name, a URL or a value. */
export function ldText(value: unknown): string | null {
  return firstString(value, ['name', '@value', '@id', 'url']);
}

/** The first address in a value that may be a string, a list, or a node with an address. */
export function ldAddress(value: unknown): string | null {
  return firstString(value, ['url', 'contentUrl', '@id']);
}

/** Follows lists to their first item and nodes to the first of `keys` that they have, until a string is reached. */
function firstString(value: unknown, keys: readonly string[]): string | null {
  let current = value;
  for (let step = 0; step < 4; step++) {
    if (typeof current === 'string') return current.trim() || null;
    if (Array.isArray(current)) current = current[0];
    else if (typeof current === 'object' && current !== null) {
      const entries = new Map<string, unknown>(Object.entries(current));
      current = keys.map((key) => entries.get(key)).find((found) => found !== undefined && found !== null);
    } else return null;
  }
  return null;
}

const ARTICLE_TYPE = /Article$|^(?:Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|Review)$/;

/** Whether a node describes an article of any kind. */
export function isArticleNode(node: LdNode): boolean {
  return node.types.some((type) => ARTICLE_TYPE.test(type));
}

/** The node that describes the page's own article: the outermost; among equals one that has both headline and date. */
export function mainArticle(nodes: readonly LdNode[]): LdNode | null {
  const articles = nodes.filter(isArticleNode);
  const fullness = (node: LdNode) =>
    (ldText(node.get('headline')) ? 1 : 0) + (ldText(node.get('datePublished')) ? 1 : 0) - node.depth;
  let best: LdNode | null = null;
  for (const node of articles) if (best === null || fullness(node) > fullness(best)) best = node;
  return best;
}
