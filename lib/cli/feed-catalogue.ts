/** Reads the sources of the catalogue of feeds. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feed } from '../coverage/catalogue';
import {
  type CatalogueEntry,
  type EvidenceSource,
  faultsOf,
  parseFeedRows,
  parseSources,
} from '../coverage/catalogue-source';
import { CommandError, fileError } from './io';

export const FEEDS_FOLDER = fileURLToPath(new URL('../../feeds', import.meta.url));
const SOURCES = 'sources.tsv';

export interface CatalogueSources {
  readonly entries: readonly CatalogueEntry[];
  readonly sources: ReadonlyMap<string, EvidenceSource>;
}

/** All of a folder like `feeds/`, the files by name. */
export async function readCatalogueSources(folder = FEEDS_FOLDER): Promise<CatalogueSources> {
  const read = (file: string): Promise<string> =>
    readFile(join(folder, file), 'utf8').catch((error: unknown) => {
      throw fileError(join(folder, file), error);
    });
  const files = await readdir(folder).catch((error: unknown) => {
    throw fileError(folder, error);
  });
  const lists = files.filter((file) => file.endsWith('.tsv') && file !== SOURCES).sort();
  const entries = await Promise.all(lists.map(async (file) => parseFeedRows(file, await read(file))));
  return { entries: entries.flat(), sources: parseSources(SOURCES, await read(SOURCES)) };
}

/** The feeds of the package, checked. */
export async function readCatalogue(folder = FEEDS_FOLDER): Promise<Feed[]> {
  const { entries, sources } = await readCatalogueSources(folder);
  const faults = faultsOf(entries, sources);
  if (faults.length > 0) throw new CommandError(faults.join('; '));
  return entries.map(({ feed }) => feed);
}
