/** `names`: are two written forms one name. */
import { formSimilarity, SAME_NAME } from '../match/form-similarity';
import { CommandError, parseOptions, readLines, UsageError, writeAtomically } from './io';

const HELP = `usage: sidelight names --in PAIRS.tsv --out RESULTS.jsonl

PAIRS.tsv has a form, a language and a form in that language a line; further columns are not read, nor are
empty lines. RESULTS.jsonl gets {"line","same"} for each.
`;

/** Runs `names …` and gives the exit code. */
export async function runNames(args: string[]): Promise<number> {
  const { values } = parseOptions({
    args,
    options: { in: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.in === undefined || values.out === undefined) {
    throw new UsageError('names takes --in PAIRS.tsv and --out RESULTS.jsonl');
  }
  await writeAtomically(values.out, compareLines(values.in));
  return 0;
}

async function* compareLines(path: string): AsyncGenerator<string> {
  for await (const { line, text } of readLines(path)) {
    if (text === '') continue;
    const [one, , other] = text.split('\t');
    if (one === undefined || other === undefined) throw new CommandError(`${path}:${line}: not three columns`);
    yield `${JSON.stringify({ line, same: formSimilarity(one, other) >= SAME_NAME })}\n`;
  }
}
