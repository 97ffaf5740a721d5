/** Chunks as files of the index, and all of them as one index that is searched. */
import { decodeIndex } from '../index/decode';
import { encodeIndex } from '../index/encode';
import type { IndexSource, StoryIndex } from '../index/types';

/** The file of a chunk. */
export function encodeChunk(sources: readonly IndexSource[]): Uint8Array {
  return encodeIndex(sources);
}

/** What a chunk's file holds. @throws FileFormatError where it is damaged, or of another version */
export function sourcesOf(bytes: Uint8Array): IndexSource[] {
  const index = decodeIndex(bytes);
  return Array.from({ length: index.size }, (_, number) => ({
    document: index.document(number),
    terms: index.terms(number),
  }));
}

/** One index over chunks; null where there is nothing in them. A chunk that cannot be read is left out. */
export function openChunks(chunks: readonly Uint8Array[]): StoryIndex | null {
  const sources = chunks.flatMap((bytes) => {
    try {
      return sourcesOf(bytes);
    } catch {
      return [];
    }
  });
  return sources.length === 0 ? null : decodeIndex(encodeIndex(sources));
}
