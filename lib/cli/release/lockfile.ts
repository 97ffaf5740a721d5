/** package-lock.json: what is installed, and whether anything in it comes from elsewhere than a registry. */
import * as v from 'valibot';
import { COMPILED_IN } from '../licence-notices';

const names = v.optional(v.record(v.string(), v.string()), {});

const packageSchema = v.object({
  name: v.optional(v.string()),
  version: v.optional(v.string()),
  resolved: v.optional(v.string()),
  integrity: v.optional(v.string()),
  license: v.optional(v.string()),
  link: v.optional(v.boolean()),
  inBundle: v.optional(v.boolean()),
  hasInstallScript: v.optional(v.boolean()),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});

const lockfileSchema = v.object({
  name: v.string(),
  version: v.string(),
  lockfileVersion: v.literal(3),
  packages: v.record(v.string(), packageSchema),
});

export type LockedPackage = v.InferOutput<typeof packageSchema>;
export type Lockfile = v.InferOutput<typeof lockfileSchema>;

/** One installed package: where it stands in the tree, its name and what the lockfile says of it. */
export interface Installed {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly entry: LockedPackage;
}

const FOLDER = 'node_modules/';
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;
/** SHA-512 in Base64: 64 bytes. */
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** @throws ValiError where the text is no lockfile of version 3 */
export function parseLockfile(text: string): Lockfile {
  return v.parse(lockfileSchema, JSON.parse(text));
}

/** Whether a version names one release and no range. */
export function isExact(version: string): boolean {
  return EXACT.test(version);
}

/** Everything that is installed, by the path in the tree; not the project itself. */
export function installed({ packages }: Lockfile): Installed[] {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ path, name: nameOf(path), version: entry.version ?? '', entry }));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
}

/**
 * What is odd about a lockfile, a line each; nothing in a sound one. Sound is: every package stands in node_modules
 * under its own name, in one exact version, as a registry's tarball with a SHA-512. Only the shape of an address is
 * looked at: which registry it names depends on who installed.
 */
export function oddities(lock: Lockfile): string[] {
  return installed(lock).flatMap(({ path, name, version, entry }) => {
    const odd: string[] = [];
    if (!path.startsWith(FOLDER)) odd.push('is not in node_modules');
    if (entry.link === true) odd.push('is a link');
    if (entry.inBundle === true) odd.push("comes inside another package's tarball, with no checksum of its own");
    if (entry.name !== undefined && entry.name !== name) odd.push(`is another package, ${entry.name}, under this name`);
    if (!isExact(version)) odd.push(`has no exact version: "${version}"`);
    if (!INTEGRITY.test(entry.integrity ?? '')) odd.push('has no SHA-512');
    if (entry.resolved !== undefined && !isRegistryTarball(entry.resolved, name, version))
      odd.push(`is not a registry's tarball: ${entry.resolved}`);
    return odd.map((what) => `${path} ${what}`);
  });
}

/** What a package that is compiled into ours is there for; undefined for one that only builds and tests. */
export function useInPackage({ path }: Installed): string | undefined {
  const place = path.slice(FOLDER.length);
  return Object.hasOwn(COMPILED_IN, place) ? COMPILED_IN[place] : undefined;
}

/** Whether an address has the form in which registries hand out a package's tarball. */
function isRegistryTarball(address: string, name: string, version: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, username, search, hash } = new URL(address);
  const file = `${name.slice(name.indexOf('/') + 1)}-${version}.tgz`;
  const path = decodeURIComponent(pathname);
  return protocol === 'https:' && username === '' && search + hash === '' && path.endsWith(`/${name}/-/${file}`);
}

/** The packages that would run a script of their own when they are installed. */
export function withInstallScript(lock: Lockfile): string[] {
  const names = installed(lock).filter(({ entry }) => entry.hasInstallScript === true);
  return [...new Set(names.map(({ name }) => name))].sort();
}
