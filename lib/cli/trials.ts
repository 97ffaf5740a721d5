/** Trial articles: reports of real events in our own words, each labelled with the story that it reports, or with none. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { dayOf } from '../index/date-code';
import { CommandError, collect, oneLine, readJsonLines } from './io';

const FOLDER = fileURLToPath(new URL('../../stories/trials', import.meta.url));

const filled = v.pipe(v.string(), v.nonEmpty());
const day = v.nullable(
  v.pipe(
    v.string(),
    v.check((one) => dayOf(one) === one, 'is no day'),
  ),
);
const words = { language: filled, publishedAt: day, title: filled, text: v.string() };

const Trial = v.variant('story', [
  /** Reports the story. */
  v.strictObject({ story: filled, ...words }),
  /** Reports another event of the same actors or the same running story: which, in a line of English. */
  v.strictObject({ story: v.null(), near: filled, event: filled, ...words }),
]);

export type Trial = v.InferOutput<typeof Trial>;

/** The story that a trial reports, or that it is a neighbour of. */
export function storyNear(trial: Trial): string {
  return trial.story ?? trial.near;
}

/**
 * All trials of a folder.
 * @throws CommandError naming file and line of what is none
 */
export async function readTrials(folder = FOLDER): Promise<Trial[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const trials: Trial[] = [];
  for (const name of files) {
    for (const { line, value } of await collect(readJsonLines(join(folder, name)))) {
      try {
        trials.push(v.parse(Trial, value));
      } catch (error) {
        throw new CommandError(`${name}:${line}: ${oneLine(error)}`);
      }
    }
  }
  return trials;
}
