/** Texts made to slow a regular expression down, and how it grows on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { Sampler } from './regex-sampler.testing';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A regular expression of the sources and the file that it stands in. */
export interface FoundRegex {
  readonly file: string;
  readonly regex: RegExp;
}

/** Every regular expression written in the sources under some folders. */
export function regexesIn(folders: readonly string[]): FoundRegex[] {
  return folders.flatMap(sourcesIn).flatMap((file) => {
    const found: FoundRegex[] = [];
    collect(parseAst(readFileSync(join(ROOT, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }), (regex) =>
      found.push({ file, regex }),
    );
    return found;
  });
}

/** The sources under a folder: what is shipped, not what tests it. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !/\.(?:test|testing|e2e)\.tsx?$/.test(file))
    .sort();
}

function collect(node: unknown, onRegex: (regex: RegExp) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const written: unknown = 'regex' in node ? node.regex : undefined;
  if (typeof written === 'object' && written !== null && 'pattern' in written && 'flags' in written) {
    onRegex(new RegExp(String(written.pattern), String(written.flags)));
  }
  for (const child of Object.values(node)) collect(child, onRegex);
}

const SIGNS = Array.from(' \n\t-.,;:!"\'<>&#=/\\()[]{}@|_aAz09éकا漢ー।۔\u0301\u200b');
const SAMPLES = 6;
const SAMPLE_LENGTH = 14;
/** Nothing in the sources matches it, so that what came before has to be tried in every way. */
const END = '\u0001';

/**
 * Texts of about a length that an expression finds hard: something that it matches with a piece of it repeated, up to
 * an end that it does not match; and the usual signs, repeated alone and before another.
 */
export function* hardTexts(regex: RegExp, length: number): Generator<string> {
  for (const sign of SIGNS) yield sign.repeat(length) + END;
  const seen = new Set<string>();
  for (const sample of matchesOf(regex)) {
    for (let at = 0; at < sample.length; at++) {
      for (let width = 1; width <= 3 && at + width <= sample.length; width++) {
        const piece = sample.slice(at, at + width);
        const start = sample.slice(0, at);
        const key = `${start}\0${piece}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield start + piece.repeat(length / width) + END;
      }
    }
    yield sample.repeat(Math.ceil(length / Math.max(1, sample.length))) + END;
  }
}

/** A few short texts that an expression matches, or nearly: where a match may stand is left aside. */
function matchesOf(regex: RegExp): string[] {
  const sampler = new Sampler(regex);
  return Array.from({ length: SAMPLES }, (_, turn) => sampler.sample(turn).slice(0, SAMPLE_LENGTH));
}

/** The shortest time in ms that a work takes, of some tries: whatever else the machine does only adds to it. */
export function shortestTime(work: () => unknown, tries = 3): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/** Looks for all matches in a text, as every use of an expression comes down to. */
export function runRegex(regex: RegExp, text: string): void {
  text.replace(regex.global ? regex : new RegExp(regex, `${regex.flags}g`), '');
}
