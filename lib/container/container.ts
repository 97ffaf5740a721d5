/**
 * The container of Sidelight's binary files: magic, format version, named sections, a checksum over all of it.
 *
 * ```
 * 0   4  magic, ASCII
 * 4   4  format version          (all numbers little-endian, unsigned 32 bits)
 * 8   4  file length
 * 12  4  CRC-32 of bytes 16 …
 * 16  4  number of sections
 * 20     for each: name (4 bytes ASCII), offset, length; then the sections, each at a multiple of 4
 * ```
 */
import { crc32 } from './crc32';

/** The file is not what it should be: not ours, another version, cut short, changed. The message says which. */
export class FileFormatError extends Error {
  override readonly name = 'FileFormatError';
}

const HEADER = 20;
const ENTRY = 12;
const MAX_SECTIONS = 64;

export interface ContainerKind {
  /** Four ASCII letters at the file's start. */
  readonly magic: string;
  readonly version: number;
  /** What the file is called in messages: "story index". */
  readonly label: string;
}

/** Writes the sections into one file. Names are four ASCII letters. */
export function packContainer(kind: ContainerKind, sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let offset = HEADER + ENTRY * sections.size;
  const places: [string, number, Uint8Array][] = [];
  for (const [name, bytes] of sections) {
    offset = (offset + 3) & ~3;
    places.push([name, offset, bytes]);
    offset += bytes.length;
  }
  const file = new Uint8Array((offset + 3) & ~3);
  const view = new DataView(file.buffer);
  file.set(ascii(kind.magic), 0);
  view.setUint32(4, kind.version, true);
  view.setUint32(8, file.length, true);
  view.setUint32(16, sections.size, true);
  places.forEach(([name, at, bytes], i) => {
    const entry = HEADER + ENTRY * i;
    file.set(ascii(name), entry);
    view.setUint32(entry + 4, at, true);
    view.setUint32(entry + 8, bytes.length, true);
    file.set(bytes, at);
  });
  view.setUint32(12, crc32(file.subarray(16)), true);
  return file;
}

/**
 * Opens a file and gives its sections, as views on the bytes. Every length is checked before it is used.
 * @param isSound the bytes have been compared with another checksum: this one is not worked out again
 * @throws FileFormatError where the file is not of this kind and version, is cut short or was changed
 */
export function unpackContainer(kind: ContainerKind, input: Uint8Array, isSound = false): Map<string, Uint8Array> {
  // Sections are read as 32-bit arrays, which need an aligned start.
  // Not slice(): Node's Buffer has one of its own that copies nothing.
  const file = input.byteOffset % 4 === 0 ? input : new Uint8Array(input);
  if (file.length < HEADER || text(file, 0) !== kind.magic) {
    throw new FileFormatError(`This is not a Sidelight ${kind.label}.`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint32(4, true);
  if (version !== kind.version) {
    throw new FileFormatError(
      `This ${kind.label} has format version ${version}; this Sidelight reads version ${kind.version}.`,
    );
  }
  const length = view.getUint32(8, true);
  if (length !== file.length) {
    throw new FileFormatError(`This ${kind.label} is cut short: ${file.length} of ${length} bytes.`);
  }
  if (!isSound && view.getUint32(12, true) !== crc32(file.subarray(16))) {
    throw new FileFormatError(`This ${kind.label} is damaged: its checksum does not fit.`);
  }
  const count = view.getUint32(16, true);
  if (count > MAX_SECTIONS || HEADER + ENTRY * count > file.length) {
    throw new FileFormatError(`This ${kind.label} is damaged: ${count} sections.`);
  }
  const sections = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const entry = HEADER + ENTRY * i;
    const at = view.getUint32(entry + 4, true);
    const size = view.getUint32(entry + 8, true);
    if (at % 4 !== 0 || at + size > file.length) {
      throw new FileFormatError(`This ${kind.label} is damaged: a section lies outside the file.`);
    }
    sections.set(text(file, entry), file.subarray(at, at + size));
  }
  return sections;
}

/** Where in a file one of its sections begins. */
export function offsetIn(file: Uint8Array, section: Uint8Array): number {
  // A file that does not lie on four bytes was copied.
  return section.buffer === file.buffer ? section.byteOffset - file.byteOffset : section.byteOffset;
}

/**
 * The length of the container that some bytes begin with; more may follow it.
 * @throws FileFormatError where they begin with none of this kind, or are too few
 */
export function containerLength(kind: ContainerKind, bytes: Uint8Array): number {
  if (bytes.length < HEADER || text(bytes, 0) !== kind.magic) {
    throw new FileFormatError(`This is not a Sidelight ${kind.label}.`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, HEADER).getUint32(8, true);
  if (length < HEADER || length > bytes.length) {
    throw new FileFormatError(`This ${kind.label} is cut short: ${bytes.length} of ${length} bytes.`);
  }
  return length;
}

function ascii(name: string): Uint8Array {
  if (!/^[\x20-\x7e]{4}$/.test(name)) throw new Error(`A section name has four ASCII letters: ${name}`);
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0));
}

function text(file: Uint8Array, at: number): string {
  return String.fromCharCode(...file.subarray(at, at + 4));
}
