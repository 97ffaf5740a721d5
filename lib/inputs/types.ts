/** What inputs are read into. Types only. */

/** An article as the command line's contract has it, its language known. */
export interface InputArticle {
  readonly id: string;
  /** BCP 47; `und` where it cannot be told. */
  readonly lang: string;
  readonly url: string | null;
  readonly title: string;
  readonly text: string;
  /** ISO 8601, as precise as the source. */
  readonly publishedAt: string | null;
  readonly site: string | null;
}

/** The formats that are told apart. */
export const FORMATS = ['articles', 'rss', 'rdf', 'atom', 'json-feed', 'opml', 'gkg', 'warc'] as const;

export type Format = (typeof FORMATS)[number];

/** Where in a file something stands, counted from 1. */
export interface Place {
  readonly unit: 'line' | 'item' | 'record';
  readonly number: number;
  /** The line on which an item begins, where the file is a text. */
  readonly line?: number;
}

/** What is wrong with one item, or with the file as a whole. */
export interface Problem {
  readonly place: Place | null;
  /** The kind of fault, of a fixed set, to be counted by. */
  readonly what: string;
  readonly detail: string | null;
}

/** An article, with the identifier that a feed gives its item. */
export interface ArticleItem {
  readonly kind: 'article';
  readonly article: InputArticle;
  readonly place: Place;
  readonly guid?: string | null;
  /** What of it could not be read, where the rest could. */
  readonly faults?: readonly Omit<Problem, 'place'>[];
}

/** What reading gives, one by one: nothing that stands in an input is passed over without one of these. */
export type InputItem =
  | ArticleItem
  | ProblemItem
  /** Sound, and no article: a picture in a web archive, a home page. */
  | { readonly kind: 'skipped'; readonly reason: string }
  /** A feed that a list names: a web address, or a path relative to the list, and what the list calls it. */
  | { readonly kind: 'feed'; readonly address: string; readonly place: Place; readonly name?: string | null };

/** One broken item, or a broken file. */
export interface ProblemItem {
  readonly kind: 'problem';
  readonly problem: Problem;
}

/** A fault that ends the reading of a file. What was read before it stands. */
export class InputFault extends Error {
  override name = 'InputFault';

  constructor(
    readonly what: string,
    readonly detail: string | null = null,
    readonly place: Place | null = null,
  ) {
    super(detail === null ? what : `${what} (${detail})`);
  }
}

/** A problem as an item. */
export function problemItem(what: string, place: Place | null, detail: string | null = null): ProblemItem {
  return { kind: 'problem', problem: { place, what, detail } };
}

/** A value as the fault of the item that it stands in, where it says something that could not be read. */
export function faultsOf(
  what: string,
  written: string | null | undefined,
  read: string | null,
): Omit<Problem, 'place'>[] {
  const detail = written?.trim() ?? '';
  return read !== null || detail === '' ? [] : [{ what, detail: detail.slice(0, 100) }];
}

export const NO_DATE = 'a date that cannot be read, left out';
export const NO_ADDRESS = 'no address of the web, left out';
