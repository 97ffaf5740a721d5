/** The files that the package brings along, for the command line. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeIndex } from '../index/decode';
import type { StoryIndex } from '../index/types';
import { decodeLexicon } from '../lexicon/format';
import type { Lexicon } from '../lexicon/types';
import { CommandError } from './io';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));

async function readBuilt(name: string): Promise<Uint8Array> {
  try {
    return await readFile(PUBLIC + name);
  } catch {
    throw new CommandError(`public/${name} has not been built: run "npm run data"`);
  }
}

/** The compiled lexicon. */
export async function loadLexicon(): Promise<Lexicon> {
  return decodeLexicon(await readBuilt('lexicon.bin'));
}

/** Both files as they lie in the package. */
export async function loadBundled(): Promise<{ lexicon: Uint8Array; index: Uint8Array }> {
  return { lexicon: await readBuilt('lexicon.bin'), index: await readBuilt('stories.bin') };
}

/** The index of the bundled stories. */
export async function loadBundledIndex(): Promise<StoryIndex> {
  return decodeIndex(await readBuilt('stories.bin'));
}
