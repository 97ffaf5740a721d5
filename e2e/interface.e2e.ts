import { expect, it } from 'vitest';
import { defaultSettings, settingsRecord } from '../lib/settings/settings';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { settled, until } from './harness/view';

inEveryBrowser('a reader of Arabic', (session) => {
  it('has the whole interface in Arabic, from right to left, without barriers in light and dark', async () => {
    const { harness, read } = session();
    const options = await harness.openExtensionTab('options.html');
    const settings = settingsRecord({ ...defaultSettings(['ar', 'en']), interfaceLanguage: 'ar' });
    const storage = '(globalThis.browser ?? globalThis.chrome).storage.local';
    await options.evaluate(`${storage}.set(${JSON.stringify({ settings })})`);
    await until(
      'Arabic',
      () => options.evaluate('document.documentElement.lang'),
      (lang) => lang === 'ar',
    );
    expect(await barriersIn(options)).toEqual([]);
    await options.close();

    const { popup, tab, shown } = await read('/sample-zh.html');
    expect(shown).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(shown.title).toMatchObject({ lang: 'zh', dir: 'ltr' });
    expect(shown.confidence).toMatch(/\p{Script=Arabic}/u);
    expect(await barriersIn(popup)).toEqual([]);

    const panel = await harness.openPanel(popup);
    await settled(panel);
    for (const scheme of ['light', 'dark'] as const) {
      await panel.screenshot({ scheme });
      expect(await barriersIn(panel), scheme).toEqual([]);
    }
    await panel.close();
    await tab.close();
  });
});
