import type { Chunk, ChunkStore } from '../../coverage/add-items';
import type { ChunkFile } from '../../coverage/chunk-index';

/** Chunks in memory. */
export class MemoryChunks implements ChunkStore {
  readonly kept = new Map<string, Chunk>();
  #ids = 0;
  get chunks() {
    return Array.from(this.kept.values(), ({ keys }) => keys);
  }
  readonly load = async (id: string) => this.kept.get(id)?.bytes ?? null;
  readonly newId = () => `c${this.#ids++}`;
  keep(changed: readonly Chunk[]): void {
    for (const chunk of changed) {
      if (chunk.replaces !== null) this.kept.delete(chunk.replaces);
      this.kept.set(chunk.keys.id, chunk);
    }
  }
  get files(): ChunkFile[] {
    return Array.from(this.kept, ([id, { bytes }]) => ({ id, bytes }));
  }
}
