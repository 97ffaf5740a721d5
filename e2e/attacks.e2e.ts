import { describe, expect, it } from 'vitest';
import { makePayloads, RAN } from '../lib/payloads.testing';
import { hostilePage, inTitles } from './attack-pages';
import { availableBrowsers } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import { openOptions } from './harness/options-page';
import { closeReading, openSession } from './harness/session';
import { expectUnasked, expectUnharmed } from './harness/unharmed';
import { settled, until } from './harness/view';

inEveryBrowser('a page that attacks', (session) => {
  it('is read as text in every field, and nothing of it runs, loads or is drawn', async () => {
    const { harness, server } = session();
    const payloads = makePayloads(`${server.base}/hit`).map(({ text }) => text);
    const others = inTitles(payloads, 200);
    const titles = inTitles(payloads);
    const tab = await harness.openTab(`${server.base}/sample-hi.html`);
    let found = 0;
    for (const [at, title] of titles.entries()) {
      server.put('/attack.html', hostilePage(title, others[at * 3] ?? ''));
      await tab.goto(`${server.base}/attack.html`);
      const popup = await harness.openPopup(tab);
      const shown = await settled(popup);
      expect(shown.state, title).toBe('read');
      if (shown.links.length > 0 || shown.stories.length > 0) found++;
      await expectUnharmed(popup);
      expect(await tab.evaluate(RAN)).toBe(false);
      await popup.close();
    }
    // It is the article that it was: what it calls itself took its coverage away from most of them at the worst.
    expect(found).toBeGreaterThan(titles.length / 2);
    expectUnasked(session());
    await tab.close();
  }, 120_000);

  it('cannot hide behind names that clobber its document', async () => {
    const { harness, server } = session();
    const clobbered = 'body head title querySelector querySelectorAll cloneNode documentElement location contentType';
    const tab = await harness.openTab(`${server.base}/sample-hi.html`);
    for (const name of clobbered.split(' ')) {
      const page = hostilePage('अराघची पुतिन से मिले', 'साइट').replace(
        '<main>',
        `<img name="${name}"><form name="${name}"><input name="${name}"><input name="attributes"><input name="children"><input name="parentNode"></form><main>`,
      );
      server.put('/attack.html', page);
      await tab.goto(`${server.base}/attack.html`);
      const popup = await harness.openPopup(tab);
      const shown = await settled(popup, 20_000);
      expect([name, shown.state]).toEqual([name, 'read']);
      expect([name, shown.title?.text]).toEqual([name, 'अराघची पुतिन से मिले']);
      await expectUnharmed(popup);
      await popup.close();
    }
    await tab.close();
  });

  it('is read under the strictest policy that a page can have', async () => {
    const { harness, server } = session();
    const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox";
    server.put('/strict.html', hostilePage('अराघची पुतिन से मिले', 'साइट'), { 'content-security-policy': policy });
    const reading = await session().read('/strict.html');
    expect(reading.shown).toMatchObject({ state: 'read', title: { text: 'अराघची पुतिन से मिले' } });
    await closeReading(reading);
    expect(harness.name).toBe(session().name);
  });
});

describe.each(availableBrowsers())('the policy of our own pages (%s)', (name) => {
  it('stops code and loads even where a payload had become markup', async () => {
    const session = await openSession(name);
    try {
      const { server } = session;
      const payloads = makePayloads(`${server.base}/hit`);
      const acting = payloads.filter(({ kind }) => kind === 'markup' || kind === 'attribute').map(({ text }) => text);
      const page = await openOptions(session);
      await page.evaluate(`(() => {
        globalThis.blocked = 0;
        document.addEventListener('securitypolicyviolation', () => { globalThis.blocked++; });
        for (const text of ${JSON.stringify(acting)}) {
          const box = document.createElement('div');
          document.body.append(box);
          if (!/http-equiv=refresh/.test(text)) box.innerHTML = text;
          for (const dead of box.querySelectorAll('script')) {
            const script = document.createElement('script');
            for (const { name, value } of dead.attributes) script.setAttribute(name, value);
            script.text = dead.text;
            box.append(script);
          }
        }
      })()`);
      const refused = await page.evaluate(`(async () => {
        const outcome = (work) => Promise.resolve().then(work).then(() => 'done', () => 'refused');
        return Promise.all([
          outcome(() => fetch('${server.base}/hit')),
          outcome(() => new Promise((yes, no) => { const s = new WebSocket('ws://127.0.0.1:9/'); s.onopen = yes; s.onerror = no; })),
          outcome(() => new Promise((yes, no) => { const w = new Worker('data:text/javascript,1'); w.onmessage = yes; w.onerror = no; setTimeout(no, 2000); })),
        ]);
      })()`);
      expect(refused).toEqual(['refused', 'refused', 'refused']);
      const blocked = (): Promise<unknown> => page.evaluate('globalThis.blocked');
      await until('blocked attempts', blocked, (count) => Number(count) > 30);
      expect(await page.evaluate(RAN)).toBe(false);
      expect(server.asked.filter((path) => path.includes('hit'))).toEqual([]);
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  });
});
