import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { View } from './view';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a check for accessibility finds in a view, the contrast of its present colours among it. */
export async function barriersIn(view: View): Promise<unknown> {
  // Half a megabyte, brought to a document once.
  const isThere = await view.evaluateInside(`window.axe !== undefined`);
  if (isThere !== true) await view.evaluateInside(`(() => { ${AXE}; window.axe ??= axe; })()`);
  return view.evaluateInside(`window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
}
