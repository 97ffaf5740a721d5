import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableBrowsers } from './harness';
import { openSession, type Session } from './harness/session';
import { settled, until, type View } from './harness/view';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a check for accessibility finds in a view, colours in this scheme among it. */
async function barriersIn(view: View): Promise<unknown> {
  await view.evaluate(`(() => { ${AXE}; globalThis.axe = globalThis.axe ?? axe; })()`);
  return view.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
}

describe.skipIf(!availableBrowsers().includes('chromium'))('an Arabic browser', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession('chromium', { locale: 'ar' });
  });
  afterAll(async () => {
    await session.harness.close();
    await session.server.close();
  });

  it('has the whole interface in Arabic, from right to left, without barriers in light and dark', async () => {
    const { popup, shown } = await session.read('/sample-zh.html');
    expect(shown).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(shown.title).toMatchObject({ lang: 'zh', dir: 'ltr' });
    expect(shown.confidence).toMatch(/\p{Script=Arabic}/u);
    expect(await barriersIn(popup)).toEqual([]);

    const panel = await session.harness.openPanel(popup);
    await settled(panel);
    for (const scheme of ['light', 'dark'] as const) {
      await panel.screenshot({ scheme });
      expect(await barriersIn(panel), scheme).toEqual([]);
    }
    const options = await session.harness.openExtensionTab('options.html');
    await until('the languages', () => options.evaluate(`document.querySelectorAll('.languages li').length`), Boolean);
    expect(await barriersIn(options)).toEqual([]);
  });
});
