/** ARTICLES.jsonl: reading and checking the lines. */
import * as v from 'valibot';
import { readMachineDate } from '../article/dates';
import { detectLanguage, primarySubtag } from '../article/language';
import { webAddress } from '../article/metadata';
import { CommandError, readJsonLines } from './io';

const Line = v.object({
  id: v.string(),
  lang: v.nullish(v.string()),
  url: v.nullish(v.string()),
  title: v.string(),
  text: v.optional(v.string(), ''),
  publishedAt: v.nullish(v.string()),
  site: v.nullish(v.string()),
});

/** An article as the contract's lines have it, its language known. */
export interface InputArticle {
  readonly id: string;
  readonly lang: string;
  readonly url: string | null;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly site: string | null;
}

/**
 * The articles of a file, as a stream. A language that is not given is detected; an address that is none of the web's
 * and a date that is not ISO 8601 are dropped, they would only mislead.
 * @throws CommandError naming file and line where a line is not an article
 */
export async function* readArticles(path: string): AsyncGenerator<InputArticle> {
  for await (const { line, value } of readJsonLines(path)) {
    const parsed = v.safeParse(Line, value);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const where = v.getDotPath(issue) ?? 'the line';
      throw new CommandError(`${path}:${line}: ${where}: ${issue.message}`);
    }
    const { id, lang, url, title, text, publishedAt, site } = parsed.output;
    yield {
      id,
      lang: primarySubtag(lang ?? null) ?? detectLanguage(`${title}\n${text}`, null),
      url: webAddress(url, null),
      title,
      text,
      publishedAt: publishedAt ? readMachineDate(publishedAt) : null,
      site: site ?? null,
    };
  }
}
