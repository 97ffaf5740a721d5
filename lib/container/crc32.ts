/** CRC-32 (IEEE 802.3, reflected polynomial 0xEDB88320), as in zip and PNG; four bytes at a time. */

/** Row k: what a byte contributes that is followed by k others. */
const TABLES = makeTables();
const [T0, T1, T2, T3] = TABLES;

function makeTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const first = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  const next = (row: Uint32Array): Uint32Array => row.map((c) => (first[c & 0xff] ?? 0) ^ (c >>> 8));
  const second = next(first);
  const third = next(second);
  return [first, second, third, next(third)];
}

/** The checksum of the bytes, as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  const whole = bytes.length & ~3;
  let i = 0;
  for (; i < whole; i += 4) {
    c ^= (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
    c = (T3[c & 0xff] ?? 0) ^ (T2[(c >>> 8) & 0xff] ?? 0) ^ (T1[(c >>> 16) & 0xff] ?? 0) ^ (T0[c >>> 24] ?? 0);
  }
  for (; i < bytes.length; i++) c = (T0[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
