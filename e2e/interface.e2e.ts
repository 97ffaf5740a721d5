import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableBrowsers } from './harness';
import { barriersIn } from './harness/barriers';
import { openSession, type Session } from './harness/session';
import { settled, until } from './harness/view';

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
