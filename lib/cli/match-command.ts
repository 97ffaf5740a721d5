/** `match`: a batch of articles against an index, or one page as a table. */
import { createFingerprinter, type Fingerprinter } from '../fingerprint/fingerprint';
import { type ArticleMatch, matchArticles } from '../match/articles';
import { matchStories } from '../match/stories';
import type { Aligned } from '../match/types';
import { type InputArticle, readArticles } from './articles';
import { loadBundledIndex, loadLexicon } from './bundled';
import { extractFile } from './extract';
import { parseOptions, UsageError, writeAtomically } from './io';
import { renderTable } from './match-table';
import { type OpenIndex, openIndex } from './open-index';
import { createProgress } from './progress';

const HELP = `usage:
  sidelight match --index DIR --in ARTICLES.jsonl --out RESULTS.jsonl [--per-language 5] [--same-language]
  sidelight match [--index DIR] FILE.html

The first form answers every article of a file with the best candidates of each other language. The second reads one
page and prints who else reports its event, from the bundled stories unless --index names another index.
`;
const DEFAULT_PER_LANGUAGE = 5;

/** Runs `match …` and gives the exit code. */
export async function runMatch(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: {
      index: { type: 'string' },
      in: { type: 'string' },
      out: { type: 'string' },
      'per-language': { type: 'string' },
      'same-language': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.in !== undefined || values.out !== undefined) {
    const { index, in: input, out } = values;
    if (index === undefined || input === undefined || out === undefined || positionals.length > 0) {
      throw new UsageError('a batch match takes --index DIR, --in ARTICLES.jsonl and --out RESULTS.jsonl');
    }
    await matchBatch(await openIndex(index), input, out, {
      perLanguage: parsePerLanguage(values['per-language']),
      sameLanguage: values['same-language'] ?? false,
    });
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('match takes one FILE.html, or --index, --in and --out');
  if (values['per-language'] !== undefined || values['same-language'] !== undefined) {
    throw new UsageError('--per-language and --same-language belong to a batch match');
  }
  const page = await extractFile(file, undefined);
  const index =
    values.index === undefined ? { stories: await loadBundledIndex(), articles: null } : await openIndex(values.index);
  const fingerprinter = createFingerprinter(await loadLexicon());
  process.stdout.write(renderTable(page, index, fingerprinter));
  return 0;
}

function parsePerLanguage(value: string | undefined): number {
  if (value === undefined) return DEFAULT_PER_LANGUAGE;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new UsageError('--per-language takes a whole number from 1 to 1000');
  }
  return count;
}

interface BatchOptions {
  readonly perLanguage: number;
  readonly sameLanguage: boolean;
}

async function matchBatch(index: OpenIndex, input: string, out: string, options: BatchOptions): Promise<void> {
  const fingerprinter = createFingerprinter(await loadLexicon());
  const progress = createProgress('articles');
  async function* results(): AsyncGenerator<string> {
    for await (const article of readArticles(input)) {
      yield `${JSON.stringify(answer(index, fingerprinter, article, options))}\n`;
      progress.step();
    }
  }
  await writeAtomically(out, results());
  progress.done();
}

/** One line of RESULTS.jsonl. */
function answer(index: OpenIndex, fingerprinter: Fingerprinter, article: InputArticle, options: BatchOptions) {
  const subject = {
    id: article.id,
    url: article.url,
    publishedAt: article.publishedAt,
    fingerprint: fingerprinter.fingerprint(article),
  };
  const stories = index.stories ? matchStories(index.stories, subject) : [];
  const matches = index.articles ? matchArticles(index.articles, subject, options) : [];
  return {
    id: article.id,
    matches: matches.map((match) => ({
      id: match.document.id,
      lang: match.document.lang,
      score: round(match.score),
      relation: match.relation,
      why: pairsOf(match),
    })),
    stories: stories.map(({ id, score, relation }) => ({ story: id, score: round(score), relation })),
  };
}

function pairsOf(match: ArticleMatch): [string, string][] {
  return match.why.flatMap((pair: Aligned): [string, string][] => {
    const [there] = pair.there;
    return there ? [[pair.here.text, there.text]] : [];
  });
}

/** Six decimals: enough to order by, and the same on every machine. */
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
