/** What the bench measures of an engine, and its table. */
import * as v from 'valibot';

export const BuildFigures = v.object({
  buildMs: v.number(),
  /** On disk, as the engine itself writes it. */
  bytes: v.number(),
  /** Most that the building process ever held. */
  peakBytes: v.number(),
});
export type BuildFigures = v.InferOutput<typeof BuildFigures>;

export const SearchFigures = v.object({
  loadMs: v.number(),
  /** What the loaded index holds on the heap and in buffers. */
  heapBytes: v.number(),
  /** By how much the process has grown. */
  residentBytes: v.number(),
  queries: v.number(),
  medianMs: v.number(),
  p95Ms: v.number(),
  /** Share of the queries whose own article is among the first ten. */
  sourceInTop10: v.number(),
});
export type SearchFigures = v.InferOutput<typeof SearchFigures>;

const Times = v.object({ medianMs: v.number(), p95Ms: v.number(), longestSliceMs: v.number() });

/** What is asked of our own index only. */
export const OwnFigures = v.object({
  articles: v.number(),
  searchBytes: v.number(),
  evidenceBytes: v.number(),
  statisticsBytes: v.number(),
  /** Candidates of every language. */
  candidates: Times,
  /** The whole match, with ranking and evidence. */
  match: Times,
  queries: v.number(),
  /** Queries whose first ten are those of an exhaustive scan. */
  agreed: v.number(),
});
export type OwnFigures = v.InferOutput<typeof OwnFigures>;

export interface Row {
  readonly engine: string;
  readonly articles: number;
  readonly build: BuildFigures | Unfinished;
  readonly search: SearchFigures | Unfinished | null;
  /** Of our own engine. */
  readonly own: OwnFigures | Unfinished | null;
}

/** Why there are no figures. */
export interface Unfinished {
  readonly unfinished: string;
}

const COLUMNS = [
  'engine',
  'articles',
  'build s',
  'peak MB',
  'disk MB',
  'load ms',
  'loaded MB',
  'query ms',
  'p95 ms',
  'in top 10',
  'asked',
] as const;

/** The table as Markdown. */
export function renderTable(rows: readonly Row[]): string {
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows.map(cellsOf)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf({ engine, articles, build, search }: Row): string[] {
  const size = articles.toLocaleString('en');
  if ('unfinished' in build) return [engine, size, build.unfinished, ...COLUMNS.slice(3).map(() => '–')];
  const built = [(build.buildMs / 1000).toFixed(1), megabytes(build.peakBytes), megabytes(build.bytes)];
  if (search === null || 'unfinished' in search) {
    return [engine, size, ...built, search?.unfinished ?? '–', ...COLUMNS.slice(6).map(() => '–')];
  }
  return [
    engine,
    size,
    ...built,
    search.loadMs.toFixed(0),
    megabytes(search.heapBytes),
    search.medianMs.toFixed(2),
    search.p95Ms.toFixed(2),
    search.sourceInTop10.toFixed(3),
    String(search.queries),
  ];
}

/** Our own figures in lines. */
export function renderOwn(own: OwnFigures): string[] {
  const size = own.articles.toLocaleString('en');
  const each = (bytes: number): string => (bytes / own.articles).toFixed(1);
  const times = ({ medianMs, p95Ms, longestSliceMs }: OwnFigures['match']): string =>
    `median ${medianMs.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms, longest slice ${longestSliceMs.toFixed(1)} ms`;
  return [
    `${size} articles: bytes an article: ${each(own.searchBytes)} to search, ${each(own.evidenceBytes)} to show, ${each(own.statisticsBytes)} of statistics`,
    `${size} articles: candidates of every language: ${times(own.candidates)}`,
    `${size} articles: whole match: ${times(own.match)}`,
    `${size} articles: first ten as an exhaustive scan has them: ${own.agreed} of ${own.queries}`,
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
