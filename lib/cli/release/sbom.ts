/** `npm run sbom`: the software bill of materials (CycloneDX), from the lockfile alone and the same each time. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../io';
import { licenceChoice } from './licences';
import { type Installed, installed, type Lockfile, parseLockfile, useInPackage } from './lockfile';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The bill as JSON. What is compiled into the package is "required", what only builds and tests is "excluded". It names
 * no time and no machine: its serial number is made of what it says, so that the same lockfile gives the same bill.
 */
export function billOfMaterials(lock: Lockfile, licence: string): string {
  const all = installed(lock);
  const own = `${lock.name}@${lock.version}`;
  // A version that stands in several places is one component: in the package where one of the places is compiled in.
  const usedLast = all.toSorted(
    (a, b) => Number(useInPackage(a) !== undefined) - Number(useInPackage(b) !== undefined),
  );
  const components = new Map(usedLast.map((one) => [reference(one), component(one)]));
  const body = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: lock.name,
        version: lock.version,
        licenses: [licenceChoice(licence)],
      },
    },
    components: sorted(components).map(([, value]) => value),
    dependencies: sorted(graph(lock, all, own)).map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })),
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(body))}`;
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber, version: 1 };
  return `${JSON.stringify({ ...head, ...body }, null, 2)}\n`;
}

function component(one: Installed): Record<string, unknown> {
  const { name, version, entry } = one;
  const use = useInPackage(one);
  return {
    type: 'library',
    'bom-ref': reference(one),
    name,
    version,
    ...(use === undefined ? {} : { description: use }),
    scope: use === undefined ? 'excluded' : 'required',
    hashes: [{ alg: 'SHA-512', content: hexadecimal(entry.integrity ?? '') }],
    licenses: [licenceChoice(entry.license ?? 'unknown')],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/** Who needs whom. A package in a folder of its own twice over counts once, with what both of its places find. */
function graph(lock: Lockfile, all: readonly Installed[], own: string): Map<string, Set<string>> {
  const places = new Map(all.map((one) => [one.path, one]));
  const edges = new Map<string, Set<string>>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    const place = places.get(path);
    const from = place === undefined ? own : reference(place);
    const on = edges.get(from) ?? new Set();
    const needed = { ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies };
    for (const name of Object.keys({ ...needed, ...entry.peerDependencies })) {
      const found = resolve(places, path, name);
      if (found !== undefined) on.add(reference(found));
    }
    edges.set(from, on);
  }
  return edges;
}

/** The package that a name means to one that stands at a path: in its own folder, else in the folders around it. */
function resolve(places: ReadonlyMap<string, Installed>, path: string, name: string): Installed | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = places.get(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
    if (found !== undefined || at === '') return found;
  }
}

function reference({ name, version }: Installed): string {
  return `${name}@${version}`;
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function hexadecimal(integrity: string): string {
  return Buffer.from(integrity.slice(integrity.indexOf('-') + 1), 'base64').toString('hex');
}

/** A UUID of version 8, whose bits are ours to choose: a hash. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}

/** Writes the bill beside the packages; says where. */
export async function writeBill(output = `${root}.output`): Promise<string> {
  const lock = parseLockfile(await readFile(`${root}package-lock.json`, 'utf8'));
  const file = `${output}/${lock.name}-${lock.version}.cdx.json`;
  await mkdir(output, { recursive: true });
  await writeAtomically(file, [billOfMaterials(lock, 'MIT')]);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await writeBill());
