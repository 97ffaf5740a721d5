import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backupFile } from '../lib/export/backup';
import { shownText } from '../lib/languages/shown-text';
import { savedStory } from '../lib/library/saved-story.testing';
import { INVISIBLE_MARKS, makePayloads, RAN } from '../lib/payloads.testing';
import { defaultSettings } from '../lib/settings/settings';
import { hostileIndex, hostilePage, inTitles } from './attack-pages';
import { availableBrowsers, type BrowserName, BUILDS } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import { intrudersIn } from './harness/intruders';
import { openOptions } from './harness/options-page';
import { closeReading, openSession, type Session } from './harness/session';
import { settled, snapshotOf, until, type View } from './harness/view';

/** Where nothing may ever ask. Each browser's server has its own port: payloads that are stored name this one. */
const HIT = 'http://127.0.0.1:9/hit';
const STORED = makePayloads(HIT).map(({ text }) => text);

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** A copy of the build with another index in it. */
function buildWith(name: BrowserName, index: Uint8Array): string {
  const copy = mkdtempSync(join(tmpdir(), 'sidelight-attacked-'));
  copies.push(copy);
  cpSync(BUILDS[name], copy, { recursive: true });
  writeFileSync(join(copy, 'stories.bin'), index);
  return copy;
}

/** No code of a payload has run here, and none has become more than a text. */
async function expectUnharmed(view: View): Promise<void> {
  expect(await view.evaluate(RAN)).toBe(false);
  expect(await intrudersIn(view)).toEqual([]);
}

/** No payload has asked the server for anything. */
function expectUnasked({ server }: Session): void {
  expect(server.asked.filter((path) => path.includes('hit'))).toEqual([]);
}

async function showsText(view: View, texts: readonly string[]): Promise<void> {
  const shown = String(await view.evaluate(`document.body.textContent.replace(/\\s+/g, ' ')`));
  // Half a character does not come through the browser's protocol.
  const whole = texts.filter((text) => !/\p{Cs}/u.test(text));
  const missing = whole.filter((text) => !shown.includes(shownText(text).replace(/\s+/g, ' ').trim()));
  expect(missing).toEqual([]);
}

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

inEveryBrowser('a file that attacks', (session) => {
  it('is imported as text in every field, and shown as the letters that it has', async () => {
    const { harness } = session();
    const fits = (text: string): string => text.slice(0, 250);
    const saved = inTitles(STORED, 4000).map((_, at, all) => {
      const own = STORED.filter((_, number) => number % all.length === at);
      return savedStory(
        {
          id: `attack-${at}`,
          titles: { en: own.join(' ').slice(0, 990) },
          coverage: own.map((text, n) => ({
            outlet: fits(text),
            lang: 'en',
            date: null,
            url: `https://a.example/${at}/${n}`,
            headline: text,
          })),
          why: own.map((text) => ({
            kind: 'name',
            here: { lang: 'en', text },
            there: [{ lang: 'en', text }],
            weight: 1,
          })),
        },
        {
          page: {
            title: own[0] ?? '',
            lang: 'en',
            site: fits(own[1] ?? ''),
            url: 'https://a.example/',
            publishedAt: null,
          },
        },
      );
    });
    const history = STORED.map((title, at) => ({
      readAt: new Date(Date.UTC(2025, 5, 1, 0, 0, at)).toISOString(),
      page: { title, lang: 'en', site: fits(title), url: null, publishedAt: null },
      stories: [title.slice(0, 300) || 'x'],
    }));
    const names = STORED.map(fits).filter((text) => shownText(text) !== '');
    const settings = { ...defaultSettings(['en']), history: true, hiddenOutlets: names, preferredOutlets: [] };

    const page = await harness.openExtensionTab('saved.html');
    await until('the page', () => page.evaluate(`document.querySelector('#data') !== null`), Boolean);
    await page.evaluate(`(() => {
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(backupFile({ settings, saved, history }))}], 'a.json'));
      const field = document.querySelector('input[type=file]');
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until(
      'the stories',
      () => page.evaluate(`document.querySelectorAll('.saved-story').length`),
      (count) => count === saved.length,
    );
    await page.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
    await until(
      'all reports',
      async () => {
        await page.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
        return page.evaluate(`document.querySelectorAll('.report').length`);
      },
      (count) => Number(count) >= STORED.length,
    );
    await showsText(page, STORED);
    await expectUnharmed(page);
    // Nothing of it turns the text beside it: what comes from elsewhere is isolated, and marks that mislead are gone.
    const shown = String(await page.evaluate('document.body.textContent'));
    const stays = '\u200e\u200f\u061c\u200c\u200d';
    expect(
      INVISIBLE_MARKS.filter((mark) => !stays.includes(mark) && !/\u{e0041}/u.test(mark) && shown.includes(mark)),
    ).toEqual([]);
    const turns = `Array.from(document.querySelectorAll('.outlet, .headline, .saved-story h2, .history-entry a, .history-entry bdi'))
      .map((one) => document.defaultView.getComputedStyle(one))
      .filter(({ unicodeBidi, display }) => !/isolate|plaintext/.test(unicodeBidi) && display !== 'block').length`;
    expect(await page.evaluate(turns)).toBe(0);
    await page.close();

    const options = await openOptions(session());
    await showsText(
      options,
      names.map((name) => name.trim()),
    );
    await expectUnharmed(options);
    await options.close();
    expectUnasked(session());
  }, 60_000);
});

const LANGUAGES =
  'en hi bn ur ar fa ru zh es fr de pt id ta te mr gu kn ml pa ne si my th vi tr ja ko it pl uk nl'.split(' ');

inEveryBrowser(
  'an index that attacks',
  (session) => {
    it('is shown as text, and its links lead to web addresses only', async () => {
      const { popup, tab, shown } = await session().read('/sample-hi.html');
      expect(shown.state).toBe('read');
      await expectUnharmed(popup);
      const panel = await session().harness.openPanel(popup);
      await settled(panel);
      await until(
        'all reports',
        async () => {
          await panel.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
          return panel.evaluate(
            `new Set(Array.from(document.querySelectorAll('.report .headline'), (one) => one.textContent)).size`,
          );
        },
        (count) => Number(count) >= STORED.length * 0.95,
      );
      await showsText(
        panel,
        STORED.map((text) => text.slice(0, 500)),
      );
      await expectUnharmed(panel);
      for (const { href, host } of (await snapshotOf(panel)).links) {
        expect(href).toMatch(/^https?:\/\//);
        // A host is named as the browser will ask for it: letters that look like others are written out.
        expect(host, href).toMatch(/^[a-z0-9.:[\]-]+$/);
        expect(href).toContain(host);
      }
      expectUnasked(session());
      await panel.close();
      await tab.close();
    }, 60_000);
  },
  (name) => {
    const reports = STORED.map((headline, n) => ({
      outlet: headline.slice(0, 250) || 'x',
      lang: LANGUAGES[n % LANGUAGES.length] ?? 'en',
      date: '2025-06-23',
      url: /^https?:\/\/\S+$/.test(headline) && URL.canParse(headline) ? headline : `https://a.example/${n}`,
      headline,
    }));
    const titles = Object.fromEntries(LANGUAGES.map((lang, n) => [lang, STORED[n * 7] ?? 'x']));
    return { extension: buildWith(name, hostileIndex(reports, titles)) };
  },
);

inEveryBrowser(
  'an index with an address that would run',
  (session) => {
    it('is refused in plain words', async () => {
      const reading = await session().read('/sample-hi.html');
      expect(reading.shown.state).toBe('failed');
      expect(reading.shown.notice).toContain('index');
      expect(reading.shown.links).toEqual([]);
      await expectUnharmed(reading.popup);
      await closeReading(reading);
    });
  },
  (name) => {
    const report = { outlet: 'a', lang: 'en', date: null, url: 'javascript:globalThis.sidelightRan=1', headline: 'x' };
    return { extension: buildWith(name, hostileIndex([report], { en: 'x' })) };
  },
);

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
