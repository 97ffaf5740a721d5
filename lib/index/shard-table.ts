/** All that a shard says of its terms, unpacked: what goes through a whole shard works with this. */

import type { KeyTable } from './dictionary';
import type { ShardPostings } from './postings-codec';
import type { Shard } from './shard';

export interface ShardTable extends KeyTable, ShardPostings {}

/** Who goes through shards asks for each several times on end. */
let last: { readonly shard: Shard; readonly postings: ShardPostings; table: ShardTable | null } | null = null;

/**
 * Unpacks a shard. Only the last one is held.
 * @throws FileFormatError where it is damaged
 */
export function tableOf(shard: Shard): ShardTable {
  const held = heldOf(shard);
  held.table ??= { ...shard.dictionary.table(), ...held.postings };
  return held.table;
}

/** The postings alone: half the work. */
export function postingsOf(shard: Shard): ShardPostings {
  return heldOf(shard).postings;
}

/** Lets the last one go. */
export function forgetTable(): void {
  last = null;
}

function heldOf(shard: Shard): NonNullable<typeof last> {
  if (last?.shard !== shard) last = { shard, postings: shard.readPostings(), table: null };
  return last;
}
