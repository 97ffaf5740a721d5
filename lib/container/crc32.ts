/** CRC-32 (IEEE 802.3, reflected polynomial 0xEDB88320), as in zip and PNG; eight bytes at a time. */

const BYTES = 8;
const ROW = 256;
/** Row k: what a byte contributes that is followed by k others. */
const TABLE = makeTable();

function makeTable(): Int32Array {
  const table = new Int32Array(BYTES * ROW);
  for (let n = 0; n < ROW; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  for (let at = ROW; at < table.length; at++) {
    const c = table[at - ROW] ?? 0;
    table[at] = (table[c & 0xff] ?? 0) ^ (c >>> 8);
  }
  return table;
}

/** The checksum of the bytes, as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  // Words of four bytes are quicker, where they lie on four bytes; all machines that this runs on have the low byte first.
  const start = -bytes.byteOffset & 3;
  const whole = Math.floor((bytes.length - start) / BYTES);
  if (whole < 1) return ~byByte(-1, bytes, 0, bytes.length) >>> 0;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, whole * 2);
  let c = byByte(-1, bytes, 0, start);
  for (let i = 0; i < words.length; i += 2) {
    const a = c ^ (words[i] ?? 0);
    const b = words[i + 1] ?? 0;
    c =
      (TABLE[7 * ROW + (a & 0xff)] ?? 0) ^
      (TABLE[6 * ROW + ((a >>> 8) & 0xff)] ?? 0) ^
      (TABLE[5 * ROW + ((a >>> 16) & 0xff)] ?? 0) ^
      (TABLE[4 * ROW + (a >>> 24)] ?? 0) ^
      (TABLE[3 * ROW + (b & 0xff)] ?? 0) ^
      (TABLE[2 * ROW + ((b >>> 8) & 0xff)] ?? 0) ^
      (TABLE[ROW + ((b >>> 16) & 0xff)] ?? 0) ^
      (TABLE[b >>> 24] ?? 0);
  }
  return ~byByte(c, bytes, start + whole * BYTES, bytes.length) >>> 0;
}

function byByte(before: number, bytes: Uint8Array, from: number, to: number): number {
  let c = before;
  for (let i = from; i < to; i++) c = (TABLE[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
  return c;
}
