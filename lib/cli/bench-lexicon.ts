/**
 * `npm run bench:lexicon`: how well the news lexicon agrees with itself over parallel text. A concept that fires in one
 * translation of a document should fire in the others. `--half mend` takes the half of the documents that weak entries
 * are looked for in, `--half report` (the usual) the other; `--weak` lists the weakest entries, `--out FILE` writes the
 * figures of every entry in every language.
 */
import { createFingerprinter } from '../fingerprint/fingerprint';
import { hashString } from '../fingerprint/hash';
import { SCRIPTS } from '../lexicon/news-languages';
import { readArticles } from './articles';
import { benchFolder, readLabels } from './bench';
import { loadLexicon } from './bundled';
import { CommandError, collect, parseOptions, UsageError, writeAtomically } from './io';

/** Fewer documents than this say nothing about an entry. */
const MIN_DOCUMENTS = 3;
const WEAK = 150;
/** An entry whose translations agree no more often than this is weak. */
const WEAK_AGREEMENT = 0.15;

/** Of one concept in one language. */
interface Agreement {
  /** Documents in which it fires. */
  fired: number;
  /** Share of the other languages in which it fires there too, and in the documents where it does not fire here; summed. */
  agreed: number;
  elsewhere: number;
  /** Documents in which it fires in most other languages and not here. */
  silent: number;
}

async function main(): Promise<void> {
  const { values } = parseOptions({
    options: { half: { type: 'string' }, weak: { type: 'boolean' }, out: { type: 'string' } },
  });
  const half = values.half ?? 'report';
  if (half !== 'report' && half !== 'mend') throw new UsageError('--half takes "mend" or "report"');
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const table = await agreementOf(`${bench}/ntrex/articles.jsonl`, half);
  printLanguages(table);
  if (values.weak) printWeak(table);
  if (values.out !== undefined) await writeAtomically(values.out, rowsOf(table));
}

/** A line for every entry and language: documents in which it fires, the shares of the others, where it alone is silent. */
function* rowsOf(table: ReadonlyMap<string, ReadonlyMap<string, Agreement>>): Generator<string> {
  yield 'key\tlanguage\tfires\tagree\telsewhere\tsilent\n';
  const entries = [...table].flatMap(([lang, rows]) => [...rows].map(([key, row]) => ({ lang, key, ...row })));
  const order = ({ key, lang }: (typeof entries)[number]): string => `${key}\t${lang}`;
  for (const entry of entries.sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const agreed = entry.fired === 0 ? '' : (entry.agreed / entry.fired).toFixed(3);
    yield `${[order(entry), entry.fired, agreed, entry.elsewhere.toFixed(3), entry.silent].join('\t')}\n`;
  }
}

async function agreementOf(file: string, half: string): Promise<Map<string, Map<string, Agreement>>> {
  const fingerprinter = createFingerprinter(await loadLexicon());
  const labels = await readLabels(file);
  const events = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const article of await collect(readArticles(file))) {
    const event = labels.get(article.id)?.event;
    if (!event || !SCRIPTS[article.lang] || (hashString(event) % 2 === 0) !== (half === 'mend')) continue;
    const { terms } = fingerprinter.fingerprint(article);
    const fired = new Set(terms.map(({ key }) => key).filter((key) => /^[ce]:/.test(key)));
    events.set(event, (events.get(event) ?? new Map()).set(article.lang, fired));
  }
  const table = new Map<string, Map<string, Agreement>>();
  const keys = new Set(
    [...events.values()].flatMap((byLanguage) => [...byLanguage.values()].flatMap((set) => [...set])),
  );
  for (const byLanguage of events.values()) {
    for (const key of keys) {
      const count = [...byLanguage.values()].filter((fired) => fired.has(key)).length;
      for (const [lang, fired] of byLanguage) {
        const here = fired.has(key);
        const share = (count - (here ? 1 : 0)) / (byLanguage.size - 1);
        const rows = table.get(lang) ?? new Map<string, Agreement>();
        const row = rows.get(key) ?? { fired: 0, agreed: 0, elsewhere: 0, silent: 0 };
        row.fired += here ? 1 : 0;
        row[here ? 'agreed' : 'elsewhere'] += share / (here ? 1 : events.size);
        row.silent += !here && share > 0.5 ? 1 : 0;
        table.set(lang, rows.set(key, row));
      }
    }
  }
  return table;
}

function printLanguages(table: ReadonlyMap<string, ReadonlyMap<string, Agreement>>): void {
  console.log('language  fires in  others in the same document  others elsewhere  silent where most others fire');
  for (const [lang, rows] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = { fired: 0, agreed: 0, elsewhere: 0, silent: 0 };
    for (const row of rows.values()) {
      sum.fired += row.fired;
      sum.agreed += row.agreed;
      // Weighted as the firing is, so that both shares are of the same concepts.
      sum.elsewhere += row.elsewhere * row.fired;
      sum.silent += row.silent;
    }
    const share = (part: number): string => (part / Math.max(1, sum.fired)).toFixed(3);
    console.log(
      [
        lang.padEnd(8),
        String(sum.fired).padEnd(8),
        share(sum.agreed).padEnd(27),
        share(sum.elsewhere).padEnd(16),
        sum.silent,
      ].join('  '),
    );
  }
}

function printWeak(table: ReadonlyMap<string, ReadonlyMap<string, Agreement>>): void {
  const entries = [...table].flatMap(([lang, rows]) => [...rows].map(([key, row]) => ({ lang, key, ...row })));
  const alone = entries.filter(({ fired, agreed }) => fired >= MIN_DOCUMENTS && agreed / fired < WEAK_AGREEMENT);
  console.log('\nFires where the others do not');
  for (const { lang, key, fired, agreed } of alone.sort((a, b) => b.fired - a.fired).slice(0, WEAK)) {
    console.log(`${lang}  ${key.padEnd(28)} fires in ${fired}, others agree ${(agreed / fired).toFixed(2)}`);
  }
  const silent = entries.filter((entry) => entry.silent >= MIN_DOCUMENTS);
  console.log('\nSilent where most others fire');
  for (const { lang, key, fired, silent: times } of silent.sort((a, b) => b.silent - a.silent).slice(0, WEAK)) {
    console.log(`${lang}  ${key.padEnd(28)} silent in ${times}, fires in ${fired}`);
  }
}

await main();
