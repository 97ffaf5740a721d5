import { expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { openOptions } from './harness/options-page';
import { settled, snapshotOf, until, type View } from './harness/view';

const languagesOn = (options: View): Promise<unknown> =>
  options.evaluate(`Array.from(document.querySelectorAll('.languages li'), (one) => one.dataset.lang).join(' ')`);

inEveryBrowser('the options page', (session) => {
  it('keeps the languages I read, in my order', async () => {
    const { harness } = session();
    const page = await openOptions(session());
    await until(
      'the browser’s languages',
      () => languagesOn(page),
      (list) => String(list).startsWith('en'),
    );
    await page.evaluate(`document.querySelector('#add-language').value = 'bn'`);
    await page.click('#add');
    await page.click('[data-lang="bn"] .icon-button');
    await until(
      'Bengali first',
      () => languagesOn(page),
      (list) => String(list).startsWith('bn'),
    );
    await page.close();

    const again = await harness.openExtensionTab('options.html');
    await until(
      'Bengali still first',
      () => languagesOn(again),
      (list) => String(list).startsWith('bn'),
    );
    await again.close();

    const { popup, tab, shown } = await session().read('/sample-hi.html');
    expect(shown.links[0]?.lang).toBe('bn');
    await popup.close();
    await tab.close();
  });

  it('says what the index covers and what leaves the machine', async () => {
    const page = await session().harness.openExtensionTab('options.html');
    const text = await until(
      'the index',
      () => page.evaluate('document.body.innerText'),
      (words) => String(words).includes('Days covered'),
    );
    expect(text).toMatch(/Events\s+\d+/);
    expect(text).toMatch(/Size\s+[\d.]+ [kM]B/);
    expect(text).toContain('What leaves this machine\n');
    expect(text).toContain('Nothing.');
    await page.close();
  });

  it('holds the licences of the data inside', async () => {
    const options = await session().harness.openExtensionTab('options.html');
    const licences = await options.evaluate(`fetch('/licences.txt').then((reply) => reply.text())`);
    expect(licences).toContain('UNICODE LICENSE V3');
    await options.close();
  });

  it("puts the reader's languages first in a panel that is already open", async () => {
    const { harness, read } = session();
    const { popup, tab } = await read('/sample-hi.html');
    const panel = await harness.openPanel(popup);
    expect((await settled(panel)).groups.at(0)?.lang).not.toBe('zh');

    const options = await openOptions(session());
    await options.evaluate(`document.querySelector('#add-language').value = 'zh'`);
    await options.click('#add');
    await until(
      'Chinese in the list',
      () => languagesOn(options),
      (shown) => String(shown).endsWith('zh'),
    );
    for (let place = String(await languagesOn(options)).split(' ').length; place > 1; place--) {
      const before = await languagesOn(options);
      await options.click('[data-lang="zh"] .icon-button');
      await until(
        'a new order',
        () => languagesOn(options),
        (shown) => shown !== before,
      );
    }
    await options.close();
    await tab.bringToFront();
    await until(
      'Chinese first',
      () => snapshotOf(panel),
      ({ groups }) => groups[0]?.lang === 'zh',
    );
    await panel.close();
    await tab.close();
  });
});
