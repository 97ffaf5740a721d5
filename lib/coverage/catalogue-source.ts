/** The readable sources of the catalogue: `feeds/*.tsv`, a line for each feed, and `feeds/sources.tsv`, a line for each source. */
import * as v from 'valibot';
import { comparableAddress } from '../index/address';
import { baseLanguage } from '../languages/base-language';
import { CatalogueError, type Feed, FeedSchema } from './catalogue';

const COLUMNS = ['lang', 'country', 'kind', 'name', 'english', 'address', 'source', 'checked'] as const;
const SOURCE_COLUMNS = ['id', 'date', 'what'] as const;

/** Stands in a column that has nothing to say. */
const NOTHING = '-';

/** A feed with where its address was seen. */
export interface CatalogueEntry {
  readonly feed: Feed;
  /** Id of a source in `sources.tsv`. */
  readonly source: string;
  readonly file: string;
}

/** A public source that addresses were seen in. */
export interface EvidenceSource {
  readonly id: string;
  /** The day or month that it speaks for, or on which it was read. */
  readonly date: string;
  readonly what: string;
}

/**
 * The feeds of one file.
 * @throws CatalogueError naming the line and the fault
 */
export function parseFeedRows(file: string, text: string): CatalogueEntry[] {
  return rowsOf(file, text, COLUMNS).map(({ line, cells }) => {
    const [lang, country, kind, name, english = '', address, source = '', checked = ''] = cells;
    const feed = { name, english: orNull(english), lang, country, kind, address, checked: orNull(checked) };
    const result = v.safeParse(FeedSchema, feed);
    if (result.success) return { feed: result.output, source, file };
    const [issue] = result.issues;
    throw new CatalogueError(`${file}:${line}: ${v.getDotPath(issue) ?? 'the line'} ${issue.message}`);
  });
}

/**
 * The sources of evidence, by id.
 * @throws CatalogueError naming the line and the fault
 */
export function parseSources(file: string, text: string): Map<string, EvidenceSource> {
  const sources = new Map<string, EvidenceSource>();
  for (const { line, cells } of rowsOf(file, text, SOURCE_COLUMNS)) {
    const [id = '', date = '', what = ''] = cells;
    if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(date)) throw new CatalogueError(`${file}:${line}: "${date}" is not a date`);
    if (sources.has(id)) throw new CatalogueError(`${file}:${line}: ${id} is there twice`);
    sources.set(id, { id, date, what });
  }
  return sources;
}

/** Every fault that shows only beside the other entries, in words; empty where all is well. */
export function faultsOf(entries: readonly CatalogueEntry[], sources: ReadonlyMap<string, EvidenceSource>): string[] {
  const faults: string[] = [];
  const addresses = new Set<string>();
  const outlets = new Set<string>();
  const homes = new Map<string, string>();
  for (const { feed, source, file } of entries) {
    const { address, name, lang, country } = feed;
    const where = `${file}: ${address}`;
    if (!isKnown('language', lang)) faults.push(`${where}: nobody knows the language ${lang}`);
    if (!isKnown('region', country) || NO_COUNTRIES.has(country))
      faults.push(`${where}: nobody knows the country ${country}`);
    if (!sources.has(source)) faults.push(`${where}: sources.tsv has no ${source}`);
    // An outlet has one feed, whether its address is written with "www." or a slash at the end or not.
    const place = comparableAddress(address);
    if (addresses.has(place)) faults.push(`${where} is there twice`);
    const outlet = `${name} (${lang})`;
    if (outlets.has(outlet)) faults.push(`${where}: ${outlet} is there twice`);
    const base = baseLanguage(lang);
    const home = homes.get(base) ?? file;
    if (home !== file) faults.push(`${where}: feeds in ${base} are in ${home}, the best first`);
    addresses.add(place);
    outlets.add(outlet);
    homes.set(base, home);
  }
  const used = new Set(entries.map(({ source }) => source));
  for (const id of sources.keys()) if (!used.has(id)) faults.push(`sources.tsv: nothing comes from ${id}`);
  return faults;
}

/** The file with the day of a good check written to the feeds that had one. */
export function withChecks(text: string, days: ReadonlyMap<string, string>): string {
  return text
    .split('\n')
    .map((row) => {
      const cells = row.split('\t');
      const day = days.get(cells[COLUMNS.indexOf('address')] ?? '');
      return day === undefined ? row : [...cells.slice(0, -1), day].join('\t');
    })
    .join('\n');
}

function rowsOf(
  file: string,
  text: string,
  columns: readonly string[],
): { readonly line: number; readonly cells: readonly string[] }[] {
  const [head = '', ...rows] = text.split('\n');
  if (head !== columns.join('\t')) throw new CatalogueError(`${file}:1: the columns are ${columns.join(', ')}`);
  return rows.flatMap((row, index) => {
    if (row === '') return [];
    const cells = row.split('\t');
    const line = index + 2;
    if (cells.length !== columns.length || cells.includes('')) {
      throw new CatalogueError(`${file}:${line}: not ${columns.length} columns, or one of them empty`);
    }
    return [{ line, cells }];
  });
}

function orNull(cell: string): string | null {
  return cell === NOTHING ? null : cell;
}

/** What CLDR names besides countries: islands without a code of their own in ISO 3166-1, unions, codes for tests. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

/** Whether CLDR has a name for a code. */
function isKnown(type: 'language' | 'region', code: string): boolean {
  return new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;
}
