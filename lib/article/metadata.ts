import { type LdNode, ldAddress, ldText } from './json-ld';
import { tidy } from './text';

/** The page's `meta` elements: the first content of each name, property or itemprop, names in lower case. */
export class MetaTags {
  readonly #contents = new Map<string, string>();

  constructor(document: Document) {
    let count = 0;
    for (const meta of document.querySelectorAll('meta[content]')) {
      if (++count > 500) break;
      const content = tidy((meta.getAttribute('content') ?? '').slice(0, 2000));
      if (content === '') continue;
      for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
        // `property` may hold several names, parted by spaces.
        for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
          if (name !== '' && !this.#contents.has(name)) this.#contents.set(name, content);
        }
      }
    }
  }

  /** The content of the first of `names` that the page has. */
  first(...names: string[]): string | null {
    for (const name of names) {
      const content = this.#contents.get(name);
      if (content !== undefined) return content;
    }
    return null;
  }
}

/** Longer addresses are no article's. */
const MAX_ADDRESS = 4000;

/** An absolute http(s) address, or null. Relative ones are resolved against `base`. */
export function webAddress(value: string | null | undefined, base: string | null): string | null {
  if (!value || value.length > MAX_ADDRESS) return null;
  try {
    const text = value.trim();
    // A feed may say that it is of "www.daily.example", which is no address; its items' addresses are whole all the same.
    const url = base !== null && URL.canParse(text, base) ? new URL(text, base) : new URL(text);
    const isOfWeb = url.protocol === 'http:' || url.protocol === 'https:';
    // Written out, a letter may take nine.
    return isOfWeb && url.href.length <= MAX_ADDRESS ? url.href : null;
  } catch {
    return null;
  }
}

/** The address the page gives itself. */
export function canonicalAddress(document: Document, meta: MetaTags, url: string | null): string | null {
  for (const link of document.querySelectorAll('link[rel][href]')) {
    if (!/\bcanonical\b/i.test(link.getAttribute('rel') ?? '')) continue;
    const address = webAddress(link.getAttribute('href'), url);
    if (address !== null) return address;
  }
  return webAddress(meta.first('og:url'), url);
}

/** The outlet's name, as the page gives it. */
export function siteName(meta: MetaTags, article: LdNode | null, nodes: readonly LdNode[]): string | null {
  const website = nodes.find((node) => node.types.includes('WebSite'));
  const publisher = article === null ? null : ldText(article.get('publisher'));
  const name = meta.first('og:site_name', 'application-name', 'apple-mobile-web-app-title') ?? publisher;
  const found = name ?? ldText(website?.get('name'));
  return found === null || /^https?:/.test(found) ? null : tidy(found).slice(0, 200);
}

/** The part of the site that the article stands in, as the page names it. */
export function sectionName(meta: MetaTags, article: LdNode | null): string | null {
  const name = ldText(article?.get('articleSection')) ?? meta.first('article:section', 'parsely-section', 'section');
  return name === null || /^https?:/.test(name) ? null : tidy(name).slice(0, 100) || null;
}

/** The address of the article's picture; https only, for it may be shown beside the page. */
export function imageAddress(meta: MetaTags, article: LdNode | null, base: string | null): string | null {
  const named = [ldAddress(article?.get('image')), meta.first('og:image:secure_url', 'og:image', 'twitter:image')];
  for (const name of named) {
    const address = webAddress(name, base);
    if (address?.startsWith('https:')) return address;
  }
  return null;
}

/** Who wrote it, as the page gives it; addresses of profiles are no names. */
export function byline(meta: MetaTags, article: LdNode | null, document: Document): string | null {
  const author = article?.get('author');
  const names = (Array.isArray(author) ? author : [author]).slice(0, 10).map(ldText);
  const written = names.filter((name) => name !== null && !/^https?:/.test(name));
  if (written.length > 0) return tidy(written.join(', ')).slice(0, 300);
  const named = meta.first('author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author');
  if (named !== null && !/^https?:/.test(named)) return named.slice(0, 300);
  const visible = document.querySelector('[rel="author"], [itemprop="author"], .byline, .author-name');
  const text = tidy((visible?.textContent ?? '').slice(0, 1000));
  return text !== '' && text.length <= 100 ? text : null;
}

/** The language the page says it is in, as written. */
export function declaredLanguage(document: Document, meta: MetaTags, article: LdNode | null): string | null {
  const root = document.documentElement;
  const lang =
    root?.getAttribute('lang') ||
    root?.getAttribute('xml:lang') ||
    document.body?.getAttribute('lang') ||
    ldText(article?.get('inLanguage')) ||
    meta.first('og:locale', 'content-language', 'dc.language', 'language');
  return lang ? tidy(lang).slice(0, 35) || null : null;
}
