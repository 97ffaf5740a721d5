/**
 * `npm run release:reproduce`: builds the packages again as a reviewer does, from the sources package in an empty folder
 * elsewhere and with the commands that its README gives, and compares them byte by byte with those in .output.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { CommandError } from '../io';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The commands of the section that tells a reviewer how to build, in the order in which they stand. */
export function rebuildCommands(readme: string): string[] {
  const section = readme.split(/^## Rebuild the packages$/m)[1]?.split(/^## /m)[0] ?? '';
  const block = /^```sh\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '';
  const lines = block.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim());
  return lines.filter((line) => line !== '');
}

/** Where two zip archives differ, a line for each file; nothing where they are equal byte by byte. */
export function differences(before: Uint8Array, after: Uint8Array): string[] {
  if (Buffer.from(before).equals(after)) return [];
  const [one, two] = [unzipSync(before), unzipSync(after)];
  const names = [...new Set([...Object.keys(one), ...Object.keys(two)])].sort();
  const lines = names.flatMap((name) => {
    const [a, b] = [one[name], two[name]];
    if (a === undefined) return [`${name} is new`];
    if (b === undefined) return [`${name} is missing`];
    return Buffer.from(a).equals(b) ? [] : [`${name} differs`];
  });
  return lines.length > 0 ? lines : ['the same files, packed in another way'];
}

/** Names of the three packages of a version, the sources first. */
export function packageFiles(version: string): string[] {
  return ['sources', 'chrome', 'firefox'].map((kind) => `sidelight-${version}-${kind}.zip`);
}

/**
 * Builds from the sources package and compares.
 * @returns the names of the packages that came out equal
 * @throws CommandError where a command fails or a package differs
 */
export async function reproduce(version: string, output = `${root}.output`): Promise<string[]> {
  const names = packageFiles(version);
  const [sources = ''] = names;
  // A folder with a blank and letters beyond ASCII, in another time zone and language: none of that may show.
  const folder = join(await mkdtemp(join(tmpdir(), 'sidelight-')), 'the sources ü');
  try {
    const files = unzipSync(await readPackage(output, sources));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const readme = files['README.md'];
    const commands = readme === undefined ? [] : rebuildCommands(strFromU8(readme));
    if (commands.length !== 2) throw new CommandError('the README of the sources does not give the two commands');
    for (const command of commands) run(command, folder);
    for (const name of names) {
      const found = differences(await readPackage(output, name), await readPackage(`${folder}/.output`, name));
      if (found.length > 0) throw new CommandError(`${name} is not reproducible: ${found.join(', ')}`);
    }
    return names;
  } finally {
    await rm(dirname(folder), { recursive: true, force: true });
  }
}

async function readPackage(output: string, name: string): Promise<Uint8Array> {
  return readFile(join(output, name)).catch(() => {
    throw new CommandError(`${name} is not there: run npm run zip first`);
  });
}

function run(command: string, cwd: string): void {
  const env = { ...process.env, TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    env,
    shell: true,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new CommandError(`"${command}" failed: ${(stderr || stdout).trim().slice(-1000)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  try {
    for (const name of await reproduce(String(version))) console.log(`${name}: equal byte by byte`);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
