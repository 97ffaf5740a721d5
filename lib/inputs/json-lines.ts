/** Articles as JSON lines, the contract's own format. */
import * as v from 'valibot';
import { readMachineDate } from '../article/dates';
import { detectLanguage, primarySubtag } from '../article/language';
import { webAddress } from '../article/metadata';
import { LIMITS } from './limits';
import { splitLines } from './text-stream';
import {
  type ArticleItem,
  faultsOf,
  type InputArticle,
  type InputItem,
  NO_ADDRESS,
  NO_DATE,
  type Place,
  problemItem,
} from './types';

const Line = v.object({
  id: v.string(),
  lang: v.nullish(v.string()),
  url: v.nullish(v.string()),
  title: v.string(),
  text: v.optional(v.string(), ''),
  publishedAt: v.nullish(v.string()),
  site: v.nullish(v.string()),
});

/** The articles of a text of JSON lines; empty lines say nothing. */
export async function* readArticleLines(text: AsyncIterable<string>): AsyncGenerator<InputItem> {
  for await (const { number, text: line } of splitLines(text, LIMITS.record)) {
    const place: Place = { unit: 'line', number };
    if (line === null) yield problemItem('longer than 10 MB', place);
    else if (line.trim() !== '') yield readLine(line, place);
  }
}

function readLine(line: string, place: Place): InputItem {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return problemItem('not valid JSON', place);
  }
  const read = readArticle(value);
  if ('fault' in read) return problemItem(`${read.where}: wrong type`, place, read.fault);
  const { article, faults } = read;
  return { kind: 'article', article, place, ...(faults.length > 0 ? { faults } : {}) };
}

/** Why a value is no article: the field, and what is wrong with it. */
export interface ArticleFault {
  readonly where: string;
  readonly fault: string;
}

/**
 * A value as an article. A language that is not given is detected; an address that is none of the web's and a date that is
 * not ISO 8601 are dropped, they would only mislead.
 */
export function parseArticle(value: unknown): InputArticle | ArticleFault {
  const read = readArticle(value);
  return 'fault' in read ? read : read.article;
}

type ItemFaults = NonNullable<ArticleItem['faults']>;

/** The same, with what was dropped. */
function readArticle(value: unknown): { readonly article: InputArticle; readonly faults: ItemFaults } | ArticleFault {
  const parsed = v.safeParse(Line, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { where: v.getDotPath(issue) ?? 'the line', fault: issue.message.slice(0, 200) };
  }
  const { id, lang, title, text, site, ...written } = parsed.output;
  const url = webAddress(written.url, null);
  const publishedAt = written.publishedAt ? readMachineDate(written.publishedAt) : null;
  const article = {
    id,
    lang: primarySubtag(lang ?? null) ?? detectLanguage(`${title}\n${text}`, null),
    url,
    title,
    text,
    publishedAt,
    site: site ?? null,
  };
  const faults = [...faultsOf(NO_DATE, written.publishedAt, publishedAt), ...faultsOf(NO_ADDRESS, written.url, url)];
  return { article, faults };
}
