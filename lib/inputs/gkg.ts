/**
 * GDELT's Global Knowledge Graph 2.1: a line an article, with the names that a program found in it and no text. The
 * headline, and the names as they follow each other, stand for the text. Codebook:
 * http://data.gdeltproject.org/documentation/GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf
 */
import { readMachineDate } from '../article/dates';
import { primarySubtag } from '../article/language';
import { webAddress } from '../article/metadata';
import { tidy } from '../article/text';
import { htmlToText } from './html-text';
import { cut, LIMITS } from './limits';
import { nameInHost, withoutOutlet } from './outlet-suffix';
import { GKG_COLUMNS } from './sniff';
import { splitLines } from './text-stream';
import { faultsOf, type InputItem, NO_DATE, type Place, problemItem } from './types';

/** Columns by number, from 0. */
const COLUMN = {
  id: 0,
  date: 1,
  source: 3,
  address: 4,
  locations: 10,
  persons: 12,
  organizations: 14,
  translation: 25,
  extras: 26,
} as const;

/** Mentions of one kind that are kept; lists of more are of pages that gather many articles. */
const MAX_MENTIONS = 300;

/** The articles of a GKG file. */
export async function* readGkg(chunks: AsyncIterable<string>): AsyncGenerator<InputItem> {
  for await (const { number, text } of splitLines(chunks, LIMITS.record)) {
    const place: Place = { unit: 'line', number };
    if (text === null) yield problemItem('longer than 10 MB', place);
    else if (text !== '') yield readRecord(text.split('\t'), place);
  }
}

function readRecord(columns: readonly string[], place: Place): InputItem {
  if (columns.length !== GKG_COLUMNS) {
    return problemItem(`not ${GKG_COLUMNS} columns`, place, String(columns.length));
  }
  const column = (name: keyof typeof COLUMN): string => columns[COLUMN[name]] ?? '';
  const id = column('id').trim();
  if (id === '') return problemItem('no record id', place);
  const extras = column('extras');
  const source = tidy(column('source'));
  const title = withoutOutlet(tidy(htmlToText(extra(extras, 'PAGE_TITLE'))), nameInHost(source) || source);
  // Before 2019 no record has one.
  if (title === '') return problemItem('no title', place);
  const url = webAddress(column('address'), null);
  const publishedAt = timestamp(extra(extras, 'PAGE_PRECISEPUBTIMESTAMP')) ?? timestamp(column('date'));
  const faults = faultsOf(NO_DATE, column('date'), publishedAt);
  const mentions = [
    ...mentionsOf(column('persons'), personMention),
    ...mentionsOf(column('organizations'), personMention),
    ...mentionsOf(column('locations'), placeMention),
  ].sort((a, b) => a.offset - b.offset);
  return {
    kind: 'article',
    article: {
      id: url ?? id,
      lang: languageOf(column('translation')),
      url,
      title: cut(title, LIMITS.title),
      text: cut(mentions.map(({ name }) => name).join('\n'), LIMITS.text),
      publishedAt,
      site: source || null,
    },
    place,
    ...(faults.length > 0 ? { faults } : {}),
  };
}

/** The content of an element of the last column, which is a row of elements without a root. */
function extra(extras: string, name: string): string {
  const start = extras.indexOf(`<${name}>`);
  if (start < 0) return '';
  const from = start + name.length + 2;
  const end = extras.indexOf(`</${name}>`, from);
  return end < 0 ? '' : extras.slice(from, end);
}

/** A name, and how many characters of the article stand before it. */
interface Mention {
  readonly name: string;
  readonly offset: number;
}

function mentionsOf(list: string, read: (entry: string) => Mention | null): Mention[] {
  const mentions: Mention[] = [];
  for (const entry of list.split(';')) {
    const mention = read(entry);
    if (mention !== null) mentions.push(mention);
    if (mentions.length >= MAX_MENTIONS) break;
  }
  return mentions;
}

/** `Name,offset`, of persons and organisations. */
function personMention(entry: string): Mention | null {
  const comma = entry.lastIndexOf(',');
  return mention(entry.slice(0, comma), entry.slice(comma + 1));
}

/** `type#name, region, country#…#offset`: what the article names is the first part. */
function placeMention(entry: string): Mention | null {
  const parts = entry.split('#');
  return mention(parts[1]?.split(',')[0] ?? '', parts.at(-1) ?? '');
}

function mention(written: string, offset: string): Mention | null {
  const name = tidy(written);
  return name === '' || !/^\d+$/.test(offset) ? null : { name, offset: Number(offset) };
}

/** `srclc:spa;eng:…` names the language of a translated article in three letters; what is not translated is English. */
function languageOf(translation: string): string {
  if (translation.trim() === '') return 'en';
  const code = /(?:^|;)\s*srclc:\s*([a-z]{2,3})\b/i.exec(translation)?.[1]?.toLowerCase();
  if (code === undefined) return 'und';
  try {
    return primarySubtag(Intl.getCanonicalLocales(code)[0] ?? null) ?? 'und';
  } catch {
    return 'und';
  }
}

/** Fourteen digits, in universal time. */
function timestamp(digits: string): string | null {
  const match = /^\s*(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\s*$/.exec(digits);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return readMachineDate(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
