/** An index as the commands open it: a folder with shards, or a file with stories. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleIndex } from '../index/article-index';
import { decodeIndex } from '../index/decode';
import { type Manifest, manifestFacts } from '../index/manifest';
import { openArticleIndex } from '../index/open-article-index';
import type { StoryIndex } from '../index/types';
import type { IndexFacts } from '../match/types';
import { MANIFEST_NAME, openShardFile, readChecked, readManifest, readStatistics } from './index-folder';
import { CommandError, fileError } from './io';

/** What may be asked about an article: articles, or stories. */
export interface OpenIndex {
  readonly stories: StoryIndex | null;
  readonly articles: ArticleIndex | null;
}

/**
 * Opens the index in a folder, or a file of stories.
 * @throws CommandError where there is none, or FileFormatError where it is damaged or of another version
 */
export async function openIndex(path: string): Promise<OpenIndex> {
  const known = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (known.isDirectory()) return { stories: null, articles: await openFolder(path) };
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  return { stories: decodeIndex(bytes), articles: null };
}

/**
 * What an index holds. Every file of a folder is checked.
 * @throws as `openIndex`
 */
export async function indexFacts(path: string): Promise<IndexFacts> {
  const known = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (!known.isDirectory()) {
    const { stories } = await openIndex(path);
    if (stories) return stories.facts;
  }
  const manifest = await needManifest(path);
  for (const entry of [manifest.statistics, ...manifest.shards]) readChecked(path, entry);
  return manifestFacts(manifest);
}

/** Opens all shards of a folder. */
export async function openFolder(folder: string): Promise<ArticleIndex> {
  const manifest = await needManifest(folder);
  const statistics = readStatistics(folder, manifest);
  return openArticleIndex(
    manifest.shards.map((entry) => openShardFile(folder, entry)),
    statistics,
  );
}

/**
 * The manifest of a folder.
 * @throws CommandError where there is none
 */
export async function needManifest(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest === null) throw new CommandError(`${join(folder, MANIFEST_NAME)}: no such file or folder`);
  return manifest;
}
