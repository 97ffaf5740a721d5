/** docs/store/: the texts for the stores, one listing and one privacy policy a language, held to the stores' limits. */
import { readdir, readFile } from 'node:fs/promises';
import * as v from 'valibot';

/** The languages in which both stores get texts. */
export const STORE_LANGUAGES = ['en', 'hi', 'bn', 'ar', 'es'] as const;

/** Sections of a listing, with the length in characters that the stricter store takes. */
const LIMITS: Readonly<Record<string, number>> = {
  Name: 45,
  'Chrome summary': 132,
  'Firefox summary': 250,
  Description: 15_000,
  'Single purpose': 1000,
  'Permission reasons': 15_000,
  'Data use': 15_000,
};
/** What Chrome's form takes for one permission. */
const REASON_LIMIT = 1000;

/** A listing's sections by their headings. */
function sections(text: string): Map<string, string> {
  return parts(text, '## ');
}

/** The reasons of a section by the permission that each explains. */
function reasons(section: string): Map<string, string> {
  return new Map([...parts(section, '### ')].map(([title, body]) => [title.replaceAll('`', ''), body]));
}

function parts(text: string, mark: string): Map<string, string> {
  const blocks = `\n${text}`.split(`\n${mark}`).slice(1);
  return new Map(
    blocks.map((block) => {
      const [title = '', ...lines] = block.split('\n');
      return [title.trim(), lines.join('\n').trim()];
    }),
  );
}

/**
 * What is wrong with a listing, a line each.
 * @param summary what the package itself says, which is what Chrome's store shows
 * @param permissions every permission that needs a reason
 */
export function listingFaults(text: string, summary: string, permissions: readonly string[]): string[] {
  const found = sections(text);
  const faults = Object.entries(LIMITS).flatMap(([title, limit]) => {
    const length = [...(found.get(title) ?? '')].length;
    if (length === 0) return [`no section "${title}"`];
    return length > limit ? [`"${title}" has ${length} characters of ${limit}`] : [];
  });
  if (found.has('Chrome summary') && found.get('Chrome summary') !== summary)
    faults.push('"Chrome summary" is not the description in the package');
  const given = reasons(found.get('Permission reasons') ?? '');
  for (const name of permissions) if (!given.get(name)) faults.push(`no reason for ${name}`);
  for (const [name, reason] of given)
    if ([...reason].length > REASON_LIMIT)
      faults.push(`the reason for ${name} has more than ${REASON_LIMIT} characters`);
  return faults;
}

/** The permissions that docs/permissions.md explains, by its table. */
export function explainedPermissions(text: string): string[] {
  return Array.from(text.matchAll(/^\| `([^`]+)`/gm), ([, name = '']) => name.split(':')[0] ?? '');
}

/** What is wrong with the texts and pictures for the stores, a line each. */
export async function storeFaults(root: string): Promise<string[]> {
  const permissions = explainedPermissions(await readFile(`${root}docs/permissions.md`, 'utf8'));
  const faults: string[] = permissions.length === 0 ? ['docs/permissions.md: no table of permissions'] : [];
  for (const language of STORE_LANGUAGES) {
    const messages: unknown = JSON.parse(await readFile(`${root}public/_locales/${language}/messages.json`, 'utf8'));
    const { extDescription } = v.parse(v.object({ extDescription: v.object({ message: v.string() }) }), messages);
    const listing = await readFile(`${root}docs/store/listing.${language}.md`, 'utf8').catch(() => '');
    const found = listingFaults(listing, extDescription.message, permissions);
    faults.push(...found.map((fault) => `listing.${language}.md: ${fault}`));
    const policy = await readFile(`${root}docs/store/privacy.${language}.md`, 'utf8').catch(() => '');
    if (policy === '') faults.push(`privacy.${language}.md is missing`);
  }
  return [...faults, ...(await pictureFaults(`${root}docs/store/images`))];
}

/** Chrome takes one to five screenshots, of exactly this size. */
const SCREENSHOT = [1280, 800] as const;

async function pictureFaults(folder: string): Promise<string[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.png'));
  const faults: string[] = [];
  for (const file of files) {
    const [width, height] = /^icon-128/.test(file) ? [128, 128] : sizeInName(file);
    const png = await readFile(`${folder}/${file}`);
    const [w, h] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    if (w !== width || h !== height) faults.push(`${file} is ${w}×${h}, not ${width}×${height}`);
    if (!file.startsWith('icon') && hasAlpha(png)) faults.push(`${file} has an alpha channel`);
  }
  for (const browser of ['chrome', 'firefox']) {
    for (const language of STORE_LANGUAGES) {
      const count = files.filter((file) => file.startsWith(`${browser}-${language}-`)).length;
      if (count < 1 || count > 5) faults.push(`${count} screenshots for ${browser} in ${language}`);
    }
  }
  return faults;
}

function sizeInName(file: string): readonly [number, number] {
  const [, width, height] = /(\d+)x(\d+)\.png$/.exec(file) ?? [];
  return width === undefined ? SCREENSHOT : [Number(width), Number(height)];
}

/** Whether a PNG's pixels carry transparency: by the colour type in its header. */
function hasAlpha(png: Buffer): boolean {
  return png.readUInt8(25) >= 4;
}
