/** ARTICLES.jsonl where every line must be sound: the articles that a batch asks about. */
import { parseArticle } from '../inputs/json-lines';
import type { InputArticle } from '../inputs/types';
import { CommandError, readJsonLines } from './io';

export type { InputArticle };

/**
 * The articles of a file, as a stream.
 * @throws CommandError naming file and line where a line is not an article
 */
export async function* readArticles(path: string): AsyncGenerator<InputArticle> {
  for await (const { line, value } of readJsonLines(path)) {
    const article = parseArticle(value);
    if ('fault' in article) throw new CommandError(`${path}:${line}: ${article.where}: ${article.fault}`);
    yield article;
  }
}
