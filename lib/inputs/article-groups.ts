/** Articles that came more than once: which of them is kept, and who else printed it. */
import type { Report } from '../match/types';
import { type ArticleKeys, articleKeys, Repetitions } from './duplicates';
import { hashNumber, type WideHash, wideHash } from './hash';
import type { InputArticle } from './types';

/** Outlets of one text that are kept. */
const MAX_REPORTS = 500;

/** What is remembered of an article that is kept, to find its group and its place in it. */
export interface KeptKeys {
  readonly address: number | null;
  readonly text: number | null;
  readonly order: string;
}

/** What an article turned out to be. */
export type Verdict =
  | { readonly kind: 'new'; readonly keys: KeptKeys; readonly textKey: WideHash | null }
  /** `standIn`: it may be the one that is kept in the end, under this name. */
  | { readonly kind: 'repeated'; readonly standIn: string | null }
  | { readonly kind: 'same-id' };

/** What the repetitions of one kept article come to. */
export interface Settled {
  /** The name of the one that is to stand instead of the kept one (`Verdict`). */
  readonly instead: string | null;
  /** The other outlets that printed the text. */
  readonly reports: readonly Report[];
}

interface Group {
  first: Omit<InputArticle, 'text'>;
  order: string;
  readonly reports: Map<string, Report>;
}

/**
 * Tells new articles from repeated ones. Of the articles of a group the earliest is kept, whatever order they come in; of
 * equals the text decides. Memory grows with the groups that have more than one article, not with the stream.
 */
export class ArticleGroups {
  readonly #repetitions = new Repetitions();
  readonly #groups = new Map<number, Group>();

  /** @param named others refer to the article by its id: it is kept, whatever it repeats */
  add(article: InputArticle, named = false): Verdict {
    const keys = articleKeys(article);
    const repetition = this.#repetitions.judge(article, keys);
    if (repetition === 'same-id') return { kind: 'same-id' };
    const kept = keptKeys(article, keys);
    const textKey = keys.text === null ? null : wideHash(keys.text);
    if (repetition === 'new') return { kind: 'new', keys: kept, textKey };
    if (named) {
      const isTaken = repetition === 'same-address' && article.id === article.url;
      if (isTaken || !this.#repetitions.claimId(article)) return { kind: 'same-id' };
      return { kind: 'new', keys: { ...kept, address: null, text: null }, textKey };
    }
    const key = repetition === 'same-address' ? kept.address : kept.text;
    const isFirst = key !== null && this.#join(key, article, kept.order);
    return { kind: 'repeated', standIn: isFirst ? kept.order : null };
  }

  /** Whether a kept article may have been repeated. */
  mayBeRepeated({ address, text }: KeptKeys): boolean {
    return (address !== null && this.#groups.has(address)) || (text !== null && this.#groups.has(text));
  }

  /** Whether anything was repeated. */
  get hasRepeated(): boolean {
    return this.#groups.size > 0;
  }

  /** What the repetitions of a kept article come to, at the end; null where there were none. */
  settle(article: Omit<InputArticle, 'text'>, keys: KeptKeys): Settled | null {
    const found = [keys.address, keys.text].flatMap((key) => (key === null ? [] : (this.#groups.get(key) ?? [])));
    const [group, other] = found;
    if (group === undefined) return null;
    const first = other !== undefined && other.order < group.order ? other : group;
    const instead = first.order < keys.order && this.#repetitions.claimId(first.first) ? first : null;
    const own = outletOf(instead?.first ?? article);
    const reports = new Map<string, Report>();
    for (const report of [...found.flatMap((one) => [...one.reports.values()]), reportOf(article)]) {
      if (report !== null && report.outlet !== own) addReport(reports, report);
    }
    return {
      instead: instead?.order ?? null,
      reports: [...reports.values()].sort((a, b) => (reportOrder(a) < reportOrder(b) ? -1 : 1)),
    };
  }

  /** Bytes that the check takes. */
  get bytes(): number {
    return this.#repetitions.bytes;
  }

  /** Takes an article into a group, and says whether it is the first of it by now. */
  #join(key: number, article: InputArticle, order: string): boolean {
    const group = this.#groups.get(key);
    const report = reportOf(article);
    const { text: _text, ...first } = article;
    if (group === undefined) {
      const reports = new Map(report === null ? [] : [[report.outlet, report]]);
      this.#groups.set(key, { first, order, reports });
      return true;
    }
    if (report !== null) addReport(group.reports, report);
    if (order >= group.order) return false;
    group.first = first;
    group.order = order;
    return true;
  }
}

function keptKeys(article: InputArticle, keys: ArticleKeys): KeptKeys {
  return {
    address: keys.address === null ? null : hashNumber(keys.address),
    text: keys.text === null ? null : hashNumber(keys.text),
    order: [article.publishedAt ?? '9999', hashNumber(`${article.title}\n${article.text}`), article.id].join(' '),
  };
}

/** One report an outlet: its earliest. */
export function addReport(reports: Map<string, Report>, report: Report): void {
  const known = reports.get(report.outlet);
  if (known === undefined ? reports.size < MAX_REPORTS : reportOrder(report) < reportOrder(known))
    reports.set(report.outlet, report);
}

/** By date, then by outlet and address. */
export function reportOrder({ date, outlet, url }: Report): string {
  return [date ?? '9999', outlet, url].join(' ');
}

/** An article as a report of its outlet; null where it has no address. */
export function reportOf({ url, title, lang, publishedAt, site }: Omit<InputArticle, 'text'>): Report | null {
  if (url === null) return null;
  return { outlet: outletOf({ url, site }), lang, date: publishedAt, url, headline: title };
}

function outletOf({ url, site }: Pick<InputArticle, 'url' | 'site'>): string {
  return site ?? (url === null ? '' : new URL(url).hostname.replace(/^www\./, ''));
}
