/** The files of subscribed indexes as they are kept: which are here, and how they are read. */
import * as v from 'valibot';
import { type KeptFile, searchedBytes } from '../../coverage/subscribed-index';
import { type SubscribedFile, shardTable } from './database';

const Kept = v.object({
  id: v.string(),
  file: v.instance(Blob),
  searched: v.pipe(v.number(), v.integer(), v.minValue(0)),
}) satisfies v.GenericSchema<unknown, SubscribedFile>;

/** As earlier versions kept it. */
const KeptWhole = v.object({ id: v.string(), bytes: v.instance(Uint8Array) });

/** Where a file of a subscription is kept. */
function fileId(address: string, file: string): string {
  return `${address} ${file}`;
}

/** Keeps a file, which has been checked. */
export async function keepFile(address: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const searched = searchedBytes(name, bytes);
  await shardTable.put({ id: fileId(address, name), file: new Blob([bytes]), searched });
}

export async function hasFile(address: string, name: string): Promise<boolean> {
  return (await shardTable.where('id').equals(fileId(address, name)).count()) > 0;
}

/** Lets all files of a subscription go but some. */
export async function dropOtherFiles(address: string, names: readonly string[]): Promise<void> {
  const kept = new Set(names.map((name) => fileId(address, name)));
  const ids = await shardTable.where('id').startsWith(fileId(address, '')).primaryKeys();
  await shardTable.bulkDelete(ids.filter((id) => !kept.has(id)));
}

/** The files that are here of a subscribed index, by their names. */
export async function listFiles(address: string): Promise<Map<string, KeptFile>> {
  const prefix = fileId(address, '');
  const files = new Map<string, KeptFile>();
  for (const record of await shardTable.where('id').startsWith(prefix).toArray()) {
    const kept = v.safeParse(Kept, record);
    const whole = kept.success ? null : v.safeParse(KeptWhole, record);
    if (kept.success) {
      const { id, file, searched } = kept.output;
      files.set(id.slice(prefix.length), keptFile(file, searched));
    } else if (whole?.success) {
      const name = whole.output.id.slice(prefix.length);
      const bytes = new Uint8Array(whole.output.bytes);
      files.set(name, keptFile(new Blob([bytes]), searchedBytes(name, bytes)));
    }
  }
  return files;
}

/** A file as the index reads it. */
function keptFile(file: Blob, searched: number): KeptFile {
  const read: KeptFile['read'] = async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  return { read, bytes: file.size, searched };
}
