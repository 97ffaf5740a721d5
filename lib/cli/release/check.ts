/**
 * `npm run release:check`: everything that has to hold before a version goes to the stores, a line each; ends with 1 where
 * one does not. `--quick` leaves out the second build.
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { CommandError, oneLine, parseOptions } from '../io';
import { licenceNotices } from '../licence-notices';
import { changelogFaults } from './changelog';
import { licenceFaults } from './licences';
import { oddities, parseLockfile, withInstallScript } from './lockfile';
import { lintPackage } from './package-lint';
import { packageFiles, reproduce } from './reproduce';
import { writeBill } from './sbom';
import { storeFaults } from './store-texts';
import { thirdParty } from './third-party';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const manifestSchema = v.object({ version: v.string(), allowScripts: v.record(v.string(), v.boolean()) });

interface Step {
  readonly what: string;
  /** Resolves with a few words on what was seen; throws CommandError where it does not hold. */
  readonly run: () => Promise<string> | string;
}

/** What a sources package holds that is in no commit: it must hold nothing that happens to lie about. */
export function strays(entries: readonly string[], tracked: readonly string[]): string[] {
  const known = new Set(tracked);
  return entries.filter((entry) => !known.has(entry));
}

function output(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new CommandError(`${command} ${args.join(' ')}: ${(stderr || stdout).trim().slice(-600)}`);
  return stdout;
}

function demand(faults: readonly string[]): void {
  if (faults.length > 0) throw new CommandError(faults.join('; '));
}

const text = (file: string): Promise<string> => readFile(`${root}${file}`, 'utf8');

async function steps(quick: boolean): Promise<Step[]> {
  const { version, allowScripts } = v.parse(manifestSchema, JSON.parse(await text('package.json')));
  const lock = parseLockfile(await text('package-lock.json'));
  const all: Step[] = [
    {
      what: 'clean tree',
      run: () => {
        const changed = output('git', 'status', '--porcelain').split('\n').filter(Boolean);
        demand(changed.map((line) => line.trim()));
        return output('git', 'rev-parse', '--short', 'HEAD').trim();
      },
    },
    {
      what: 'version and changelog',
      run: async () => {
        demand(changelogFaults(await text('CHANGELOG.md'), version));
        return version;
      },
    },
    {
      what: 'lockfile',
      run: () => {
        demand(oddities(lock));
        demand(withInstallScript(lock).filter((name) => allowScripts[name] === undefined));
        return `${Object.keys(lock.packages).length - 1} packages, each with its checksum`;
      },
    },
    {
      what: 'packages',
      run: async () => {
        output('npm', 'run', '-s', 'zip');
        const [sources = ''] = packageFiles(version);
        const entries = Object.keys(unzipSync(await readFile(`${root}.output/${sources}`)));
        demand(strays(entries, output('git', 'ls-files', '-z').split('\0')));
        return packageFiles(version).join(', ');
      },
    },
    { what: 'lint of the Chrome package', run: () => `${lintPackage('chrome')} known remarks, none of ours` },
    { what: 'lint of the Firefox package', run: () => `${lintPackage('firefox')} known remarks, none of ours` },
    { what: 'sizes', run: () => output('npm', 'run', '-s', 'sizes').trim().split('\n').join('; ') },
    {
      what: 'licences',
      run: async () => {
        demand(licenceFaults(lock));
        if ((await text('public/licences.txt')) !== (await licenceNotices(root)))
          throw new CommandError('public/licences.txt is not what the dependencies give: run npm run data');
        if ((await text('THIRD-PARTY.md')) !== thirdParty(lock))
          throw new CommandError('THIRD-PARTY.md is not what the lockfile gives: run npm run third-party');
        return 'licences.txt and THIRD-PARTY.md are up to date';
      },
    },
    { what: 'bill of materials', run: async () => (await writeBill()).slice(root.length) },
    {
      what: 'store texts',
      run: async () => {
        demand(await storeFaults(root));
        return 'within the limits of both stores';
      },
    },
    {
      what: 'reproducible build',
      run: async () => `${(await reproduce(version)).join(', ')}: equal byte by byte in another folder`,
    },
  ];
  return quick ? all.slice(0, -1) : all;
}

/** Runs every step, also after one has failed. */
async function main(): Promise<void> {
  const { values } = parseOptions({ options: { quick: { type: 'boolean', default: false } } });
  let failed = 0;
  for (const { what, run } of await steps(values.quick === true)) {
    try {
      console.log(`ok      ${what}: ${await run()}`);
    } catch (error) {
      failed += 1;
      const why = error instanceof CommandError ? error.message : oneLine(error);
      console.log(`FAILED  ${what}: ${why}`);
    }
  }
  console.log(failed === 0 ? 'Ready for release.' : `${failed} of these do not hold.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
