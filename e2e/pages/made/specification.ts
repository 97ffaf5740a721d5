import type { Article, NotArticle } from '../../../lib/article/types';
import type { BoxName } from './boxes';
import type { TemplateName } from './templates/index';

/** A report of an invented event, as its invented outlet prints it. */
export interface Story {
  /** As the page declares it. */
  readonly lang: string;
  readonly site: string;
  /** The outlet's address is `HOST.example`. */
  readonly host: string;
  readonly section: string;
  readonly byline: string;
  readonly headline: string;
  /**
   * Paragraphs in order. One that begins with `## ` is a sub-heading, with `? ` an interviewer's question, with `- ` an
   * item of a list; `{漢字|かんじ}` is a word with its reading above it.
   */
  readonly body: readonly string[];
}

/** Where a page tells of when, and what that says. */
export interface Dating {
  /** In its metadata, where the template has any. */
  readonly iso?: string;
  /** Beside the headline, as the language's press writes it. */
  readonly line?: string;
  /** What a reader learns; null where the page names no day. */
  readonly says: string | null;
}

/** A page with an article, and what is to be read of it. */
export interface ArticleFixture {
  readonly name: string;
  readonly story: Story;
  readonly template: TemplateName;
  readonly boxes: readonly BoxName[];
  readonly dating: Dating;
  /** Where the page stands, below the folder of these pages; its name by default. */
  readonly path?: string;
  /** What differs from the story: a language's primary subtag, a text cut short. */
  readonly expected?: Partial<Article>;
}

/** A page without one. */
export interface OtherFixture {
  readonly name: string;
  readonly html: string;
  readonly path?: string;
  readonly expected: Partial<NotArticle>;
}

/** A made page with its expectation, whatever it is made from. */
export interface MadePage {
  readonly name: string;
  /** Path and query on the test server. */
  readonly path: string;
  readonly html: string;
  readonly expected: Partial<Article> | Partial<NotArticle>;
}
