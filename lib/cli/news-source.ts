/** Reads the sources of the news lexicon. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NewsForms, type NewsLexicon, parseForms, parseItems } from '../lexicon/news';

const FOLDER = fileURLToPath(new URL('../../lexicon', import.meta.url));

/** All of `lexicon/`. */
export async function readNewsLexicon(folder = FOLDER): Promise<NewsLexicon> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const formsIn = async (name: string): Promise<NewsForms[]> => {
    const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.tsv')).sort();
    return Promise.all(files.map(async (file) => parseForms(basename(file, '.tsv'), await read(join(name, file)))));
  };
  return {
    concepts: parseItems(await read('concepts.tsv')),
    entities: parseItems(await read('entities.tsv')),
    conceptForms: await formsIn('concepts'),
    entityForms: await formsIn('entities'),
  };
}
