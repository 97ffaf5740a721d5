import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { COMPILED_IN } from '../licence-notices';
import { installed, parseLockfile, useInPackage } from './lockfile';
import { billOfMaterials } from './sbom';

const billSchema = v.object({
  bomFormat: v.literal('CycloneDX'),
  specVersion: v.literal('1.6'),
  serialNumber: v.pipe(
    v.string(),
    v.regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
  ),
  components: v.array(
    v.object({
      'bom-ref': v.string(),
      name: v.string(),
      scope: v.picklist(['required', 'excluded']),
      hashes: v.tuple([
        v.object({ alg: v.literal('SHA-512'), content: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)) }),
      ]),
      purl: v.string(),
    }),
  ),
  dependencies: v.array(v.object({ ref: v.string(), dependsOn: v.array(v.string()) })),
});
const billOf = (text: string) => v.parse(billSchema, JSON.parse(text));

const text = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');
const lock = parseLockfile(text);
const bill = billOf(billOfMaterials(lock, 'MIT'));
const refs = new Set(bill.components.map((component) => component['bom-ref']));

describe('the bill of materials', () => {
  it('names everything that is installed, once', () => {
    expect(refs.size).toBe(bill.components.length);
    expect(refs).toEqual(new Set(installed(lock).map(({ name, version }) => `${name}@${version}`)));
  });

  it('tells what is compiled into the package from what builds it', () => {
    const shipped = bill.components.filter(({ scope }) => scope === 'required').map((one) => one['bom-ref']);
    const used = installed(lock).filter((one) => useInPackage(one) !== undefined);
    expect(shipped.sort()).toEqual(used.map(({ name, version }) => `${name}@${version}`).sort());
    expect(used).toHaveLength(Object.keys(COMPILED_IN).length);
  });

  it('joins them: each is needed by something, and nothing unknown is needed', () => {
    const needed = new Set(bill.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect([...needed].filter((ref) => !refs.has(ref))).toEqual([]);
    expect([...refs].filter((ref) => !needed.has(ref))).toEqual([]);
  });

  it('is the same each time, and another one as soon as a package changes', () => {
    expect(billOfMaterials(parseLockfile(text), 'MIT')).toBe(billOfMaterials(lock, 'MIT'));
    const changed = parseLockfile(text.replace('"version": "1.0.4"', '"version": "1.0.5"'));
    expect(billOf(billOfMaterials(changed, 'MIT')).serialNumber).not.toBe(bill.serialNumber);
  });

  it('finds the package that stands nearest, as Node does', () => {
    const integrity = `sha512-${'A'.repeat(86)}==`;
    const entry = (version: string, dependencies: Record<string, string> = {}) => ({
      version,
      integrity,
      dependencies,
    });
    const nested = {
      name: 'own',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '1.0.0', b: '1.0.0' } },
        'node_modules/a': entry('1.0.0', { b: '^2.0.0' }),
        'node_modules/a/node_modules/b': entry('2.0.0', { c: '1.0.0' }),
        'node_modules/b': entry('1.0.0'),
        'node_modules/c': entry('1.0.0', { b: '1.0.0' }),
      },
    };
    const { dependencies } = billOf(billOfMaterials(parseLockfile(JSON.stringify(nested)), 'MIT'));
    expect(Object.fromEntries(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))).toEqual({
      'own@1.0.0': ['a@1.0.0', 'b@1.0.0'],
      'a@1.0.0': ['b@2.0.0'],
      'b@1.0.0': [],
      'b@2.0.0': ['c@1.0.0'],
      'c@1.0.0': ['b@1.0.0'],
    });
  });
});
