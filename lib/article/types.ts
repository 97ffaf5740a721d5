/** What reading a page gives. Next to no code: this file is imported by every layer. */

/** What kinds of page are told apart. Only an `article`, live blogs among them, has text that is matched. */
export const PAGE_KINDS = [
  'article',
  'video',
  'gallery',
  'home',
  'section',
  'search',
  'shop',
  'forum',
  'pdf',
  'login',
  'error',
  'empty',
  'other',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** Where on the page a date was found, in order of trust. */
export type DateSource = 'json-ld' | 'meta' | 'time' | 'text';

/** A date as the page writes it, not yet understood. */
export interface DateClue {
  readonly source: DateSource;
  /** The raw string: an ISO date, or a line of visible text with a day, a month name and a year in any digits. */
  readonly text: string;
  /** Says when the page was last changed, not when it appeared: used where nothing else is known. */
  readonly modified?: true;
  /** A line above the headline, where sites also show today's date. */
  readonly beforeHeadline?: true;
}

/** What was taken out of a page's text, or put in, by which rule. */
export interface TraceEntry {
  readonly action: 'removed' | 'added';
  readonly rule: string;
  /** Its first words. */
  readonly text: string;
}

/**
 * What the page script reads off a document: strings only, so that it can be sent as a message. Language and dates are
 * decided later (`completeReading`), outside the page, where their tables cost the page nothing.
 */
export interface PageReading {
  readonly kind: PageKind;
  readonly title: string;
  /** Paragraphs in reading order; empty unless `kind` is `article`. */
  readonly paragraphs: readonly string[];
  /** The address the page was opened at; null for a document without one. */
  readonly url: string | null;
  /** The address the page gives itself (`link rel=canonical`, `og:url`), absolute, http or https only. */
  readonly canonicalUrl: string | null;
  readonly site: string | null;
  readonly byline: string | null;
  /** The part of the site that the article stands in, as the page names it. */
  readonly section: string | null;
  /** The address of the article's picture, https only. */
  readonly image: string | null;
  /** The page says that its text is not free to read: what was read may be its beginning. */
  readonly paywalled: boolean;
  /** An article that goes on being written, entry by entry. */
  readonly live: boolean;
  /** The page is too large for a full reading: its largest text stands for its article. */
  readonly coarse: boolean;
  /** `lang` of the document, or a locale from its metadata, as written. */
  readonly declaredLang: string | null;
  readonly dates: readonly DateClue[];
  /** How the text was read; only where it was asked for. */
  readonly trace?: readonly TraceEntry[];
}

/** An article, read and understood. */
export interface Article {
  readonly kind: 'article';
  readonly title: string;
  /** Paragraphs parted by a newline. */
  readonly text: string;
  /** BCP 47; `und` where it cannot be told. */
  readonly lang: string;
  /** ISO 8601: a date, a date and time, or a date and time with offset, as precise as the page; null where it is silent. */
  readonly publishedAt: string | null;
  readonly site: string | null;
  readonly byline: string | null;
  /** The canonical address where the page gives one, else the address it was opened at. */
  readonly url: string | null;
  readonly section: string | null;
  /** The address of the article's picture, https only. */
  readonly image: string | null;
  /** The page says that its text is not free to read. */
  readonly paywalled: boolean;
  readonly live: boolean;
  /** The page was too large for a full reading. */
  readonly coarse: boolean;
  /** How the text was read; only where it was asked for. */
  readonly trace?: readonly TraceEntry[];
}

/** A page that is no article: what it seems to be instead. */
export interface NotArticle {
  readonly kind: Exclude<PageKind, 'article'>;
  readonly title: string;
  readonly text: '';
  readonly lang: string;
  readonly publishedAt: null;
  readonly site: string | null;
  readonly byline: null;
  readonly url: string | null;
  readonly trace?: readonly TraceEntry[];
}

export type ReadPage = Article | NotArticle;

/** What a reader is to know of how much of an article was read. */
export const PAGE_NOTES = ['paywalled', 'coarse', 'live'] as const;

export type PageNote = (typeof PAGE_NOTES)[number];

/** What is shown and kept of a page while its tab is open: never its text. */
export interface PageSummary extends Pick<ReadPage, 'kind' | 'title' | 'lang' | 'publishedAt' | 'site' | 'url'> {
  readonly notes?: readonly PageNote[];
}
