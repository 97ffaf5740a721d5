/**
 * `npm run lint:package`: Mozilla's linter over both built packages. What it says of code that is not ours, or of another
 * browser than the package is for, is known by name, place and number, each with its reason; everything else fails.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { CommandError } from '../io';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The built packages, by folder of the output. */
const PACKAGES = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
type PackageName = keyof typeof PACKAGES;

const remarkSchema = v.object({
  code: v.string(),
  message: v.string(),
  file: v.nullish(v.string()),
  instancePath: v.nullish(v.string()),
});
const reportSchema = v.object({
  errors: v.array(remarkSchema),
  warnings: v.array(remarkSchema),
  notices: v.array(remarkSchema),
});

type Remark = v.InferOutput<typeof remarkSchema>;

interface Known {
  readonly code: string;
  readonly file: RegExp;
  /** How often at most. */
  readonly times: number;
  readonly only?: PackageName;
  readonly why: string;
}

const MANIFEST = /^manifest\.json$/;

const KNOWN_REMARKS: readonly Known[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^page\.js$/,
    times: 2,
    why: 'Readability writes innerHTML on its copy of the document, which is never shown',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/[\w-]+\.js$/,
    times: 1,
    why: "Preact's dangerouslySetInnerHTML, which no component uses",
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: MANIFEST,
    times: 1,
    only: 'firefox',
    why: 'the package is not offered for Android: it has no sidebar',
  },
  {
    code: 'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
    file: MANIFEST,
    times: 1,
    only: 'chrome',
    why: 'Chrome runs a service worker; the Firefox package has background scripts',
  },
  { code: 'ADDON_ID_REQUIRED', file: MANIFEST, times: 1, only: 'chrome', why: 'Chrome has no such key' },
  {
    code: 'MISSING_DATA_COLLECTION_PERMISSIONS',
    file: MANIFEST,
    times: 1,
    only: 'chrome',
    why: 'Chrome has no such key',
  },
  {
    code: 'MANIFEST_PERMISSIONS',
    file: MANIFEST,
    times: 1,
    only: 'chrome',
    why: 'sidePanel, a permission of Chrome alone',
  },
];

/** What the linter said beyond what is known, a line each. */
export function unknownRemarks(name: PackageName, remarks: readonly Remark[]): string[] {
  const left = KNOWN_REMARKS.map(({ times }) => times);
  const unknown = remarks.filter(({ code, file }) => {
    const at = KNOWN_REMARKS.findIndex(
      (known, index) =>
        known.code === code && known.file.test(file ?? '') && (known.only ?? name) === name && (left[index] ?? 0) > 0,
    );
    if (at >= 0) left[at] = (left[at] ?? 0) - 1;
    return at < 0;
  });
  return unknown.map(({ code, file, message }) => `${name}: ${file ?? 'package'}: ${code}: ${message}`);
}

/**
 * Lints one built package.
 * @returns how many of the linter's remarks are known ones
 * @throws CommandError with every remark that is not
 */
export function lintPackage(name: PackageName, output = `${root}.output`): number {
  const tool = `${root}node_modules/web-ext/bin/web-ext.js`;
  const args = ['lint', '--source-dir', `${output}/${PACKAGES[name]}`, '--output', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (!stdout.startsWith('{')) throw new CommandError(`web-ext lint of ${name}: ${stderr.trim()}`);
  const { errors, warnings, notices } = v.parse(reportSchema, JSON.parse(stdout));
  const remarks = [...errors, ...warnings, ...notices];
  const unknown = unknownRemarks(name, remarks);
  if (unknown.length > 0) throw new CommandError(unknown.join('\n'));
  return remarks.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of ['chrome', 'firefox'] as const) {
    try {
      console.log(`${name}: no error and no warning of ours, ${lintPackage(name)} known remarks`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
