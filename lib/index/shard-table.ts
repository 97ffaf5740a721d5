/** All that a shard says of its terms, unpacked: what goes through a whole shard works with this. */

import type { KeyTable } from './dictionary';
import type { ShardPostings } from './postings-codec';
import type { Shard } from './shard';

export interface ShardTable extends KeyTable, ShardPostings {}

/** Who goes through shards asks for each several times on end. */
let last: { readonly shard: Shard; readonly table: ShardTable } | null = null;

/**
 * Unpacks a shard. Only the last one is held.
 * @throws FileFormatError where it is damaged
 */
export function tableOf(shard: Shard): ShardTable {
  if (last?.shard !== shard) last = { shard, table: { ...shard.dictionary.table(), ...shard.readPostings() } };
  return last.table;
}

/** Lets the last one go. */
export function forgetTable(): void {
  last = null;
}
