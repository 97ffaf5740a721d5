/** The folder of an index, as the commands open it. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeIndex } from '../index/decode';
import type { StoryIndex } from '../index/types';
import { fileError } from './io';

/** The one file of an index folder. */
export const INDEX_FILE_NAME = 'index.bin';

/**
 * Opens the index in a folder.
 * @throws CommandError where there is none, or FileFormatError where it is damaged or of another version
 */
export async function openIndex(folder: string): Promise<StoryIndex> {
  const known = await stat(folder).catch((error: unknown) => {
    throw fileError(folder, error);
  });
  const path = known.isDirectory() ? join(folder, INDEX_FILE_NAME) : folder;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  return decodeIndex(bytes);
}
