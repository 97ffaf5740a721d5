/** What disks, networks, broken programs and attackers make of texts, bytes and records. */
import fc from 'fast-check';
import { vi } from 'vitest';
import { crc32 } from './container/crc32';
import { makePayloads } from './payloads.testing';

/** Inputs that each fuzz test tries: a sample, or as many as `SIDELIGHT_RUNS` says (`npm run fuzz`: 100,000). */
export const FUZZ_SAMPLE = 2000;

// Thousands of inputs take their time where others work as well; of more of them the configuration knows.
if (!(Number(process.env.SIDELIGHT_RUNS) > 0)) vi.setConfig({ testTimeout: 120_000 });

const ODD_TEXTS = [
  ...'\u0000\ud800\udfff\ufeff\u202e"\'<>&{}[]:,\\/\n\r\t',
  '<!--',
  ']]>',
  '&#x110000;',
  '\\ud800',
  '1e999',
  '-0',
  'null',
  '९९९९',
  '٣١/٠٢/١٤٤٦',
  '9'.repeat(40),
  'a\u0301'.repeat(30),
  ...makePayloads('https://evil.example/').map(({ text }) => text),
];

type Change = readonly [kind: number, at: number, length: number, odd: string];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.nat({ max: 5 }),
  fc.nat(),
  fc.integer({ min: 1, max: 40 }),
  fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 12 })),
);

/** One of some texts, damaged in up to five places; at times a text of no kind at all. */
export function damagedText(texts: readonly string[]): fc.Arbitrary<string> {
  const damaged = fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([text, changes]) => changes.reduce(damageText, text));
  return fc.oneof(
    { weight: 9, arbitrary: damaged },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
}

function damageText(text: string, [kind, place, length, odd]: Change): string {
  const at = place % (text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (kind) {
    case 0:
      return before;
    case 1:
      return after;
    case 2:
      return before + after.slice(length);
    case 3:
      return before + text.slice(Math.max(0, at - length), at) + after;
    case 4:
      return before + odd + after.slice(odd.length);
    default:
      return before + odd.repeat(odd.length > 3 ? 1 : length) + after;
  }
}

/** Some bytes, damaged in up to five places. */
export function damagedBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat({ max: 4 }), fc.nat(), fc.integer({ min: 1, max: 40 }), fc.nat({ max: 255 }));
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) =>
    changes.reduce<Uint8Array>((now, [kind, place, length, value]) => {
      const at = place % (now.length + 1);
      if (kind === 0) return now.slice(0, at);
      if (kind === 1) return Uint8Array.of(...now.slice(0, at), ...now.slice(at + length));
      if (kind === 2)
        return Uint8Array.of(...now.slice(0, at), ...new Uint8Array(length).fill(value), ...now.slice(at));
      const changed = now.slice();
      for (let i = at; i < Math.min(changed.length, kind === 3 ? at + length : at + 1); i++) {
        changed[i] = kind === 3 ? value : (changed[i] ?? 0) ^ (1 << (value % 8));
      }
      return changed;
    }, bytes),
  );
}

/** A damaged file in a sound envelope: its length and its checksum are those of what it holds now. */
export function sealed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  if (copy.length < 16) return copy;
  const view = new DataView(copy.buffer);
  view.setUint32(8, copy.length, true);
  view.setUint32(12, crc32(copy.subarray(16)), true);
  return copy;
}

const ODD_VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  '',
  [],
  {},
  [[]],
  'x'.repeat(5000),
];

/** A record in which up to four values are something else, missing or there twice. */
export function damagedRecord(record: unknown): fc.Arbitrary<unknown> {
  const value = fc.oneof(fc.constantFrom(...ODD_VALUES), fc.constantFrom(...ODD_TEXTS), fc.jsonValue({ maxDepth: 3 }));
  const changes = fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), value, fc.nat({ max: 3 })), {
    minLength: 1,
    maxLength: 4,
  });
  return changes.map((list) => {
    const copy: unknown = structuredClone(record);
    for (const [path, odd, kind] of list) damageAt(copy, path, odd, kind);
    return copy;
  });
}

/** Goes down by some numbers, each telling which entry, and changes what is there. */
function damageAt(root: unknown, path: readonly number[], odd: unknown, kind: number): void {
  let holder: unknown = root;
  for (const [step, number] of path.entries()) {
    if (typeof holder !== 'object' || holder === null) return;
    const keys = Object.keys(holder);
    const key = keys[number % Math.max(1, keys.length)];
    if (key === undefined) return;
    const child: unknown = Reflect.get(holder, key);
    if (step < path.length - 1 && typeof child === 'object' && child !== null) {
      holder = child;
      continue;
    }
    if (kind === 0) Reflect.deleteProperty(holder, key);
    else if (kind === 1) Reflect.set(holder, `${key}x`, child);
    else if (kind === 2 && typeof child === 'string' && typeof odd === 'string') Reflect.set(holder, key, child + odd);
    // A copy: what is changed next may lie within it, and it is used again.
    else Reflect.set(holder, key, structuredClone(odd));
    return;
  }
}
