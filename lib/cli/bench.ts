/** The labelled data to measure with; it lies outside the project and may be missing. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readJsonLines } from './io';

/** The folder of the data: `SIDELIGHT_BENCH`, or beside the checkout; null where there is none. */
export function benchFolder(): string | null {
  const folder = process.env.SIDELIGHT_BENCH ?? fileURLToPath(new URL('../../../shared/bench', import.meta.url));
  return existsSync(folder) ? folder : null;
}

const Label = v.object({
  id: v.string(),
  event: v.nullable(v.string()),
  topic: v.nullish(v.string()),
});

export type Label = v.InferOutput<typeof Label>;

/** Which event each article of a set reports. */
export async function readLabels(path: string): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>();
  for await (const { value } of readJsonLines(path)) {
    const label = v.parse(Label, value);
    labels.set(label.id, label);
  }
  return labels;
}
