import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ENGLISH, paragraphs } from '../lib/article/pages.testing';
import type { BrowserName } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import type { Session } from './harness/session';
import { settled, until } from './harness/view';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Every message that the background answers to our own pages. */
const MESSAGES = [{ type: 'index-facts' }, { type: 'read-tab', tabId: 1 }, { type: 'trace-tab', tabId: 1 }];

/**
 * Another extension, which asks ours for everything from its background and from a script in the page, and writes what
 * it got into the page.
 */
function neighbour(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-neighbour-'));
  made.push(folder);
  mkdirSync(folder, { recursive: true });
  const ask = `async function ask(id) {
    const api = globalThis.browser ?? chrome;
    const got = [];
    const note = (reply) => got.push(reply === undefined ? 'nothing' : JSON.stringify(reply));
    for (const message of ${JSON.stringify(MESSAGES)}) {
      await api.runtime.sendMessage(id, message).then(note, () => got.push('refused'));
    }
    await new Promise((done) => {
      try {
        const port = api.runtime.connect(id);
        port.onMessage.addListener((reply) => { note(reply); done(); });
        port.onDisconnect.addListener(() => { got.push('refused'); done(); });
        port.postMessage(${JSON.stringify(MESSAGES[0])});
      } catch { got.push('refused'); done(); }
      setTimeout(() => { got.push('nothing'); done(); }, 1000);
    });
    return got;
  }`;
  const background = `${ask}
  (globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, reply) => {
    ask(message.id).then(reply);
    return true;
  });`;
  const content = `${ask}
  (async () => {
    const id = new URL(location.href).searchParams.get('ask');
    if (id === null) return;
    const api = globalThis.browser ?? chrome;
    const background = await api.runtime.sendMessage({ id });
    const page = typeof api.runtime.connect === 'function' ? await ask(id).catch(() => ['refused']) : [];
    document.documentElement.dataset.neighbour = JSON.stringify([...background, ...page]);
  })();`;
  const manifest = {
    name: 'A neighbour',
    version: '1',
    ...(name === 'chromium'
      ? {
          manifest_version: 3,
          background: { service_worker: 'neighbour.js' },
          host_permissions: ['http://127.0.0.1/*'],
        }
      : {
          manifest_version: 2,
          background: { scripts: ['neighbour.js'] },
          permissions: ['http://127.0.0.1/*'],
          browser_specific_settings: { gecko: { id: 'neighbour@neighbour.example' } },
        }),
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'neighbour.js'), background);
  writeFileSync(join(folder, 'content.js'), content);
  return folder;
}

/** How another extension, or a page, names ours: by its id, and by where its files are. */
async function ownNames({ harness, name }: Session): Promise<{ id: string; base: string }> {
  const page = await harness.openExtensionTab('welcome.html');
  const base = String(await page.evaluate('document.location.origin'));
  await page.close();
  return { id: name === 'firefox' ? 'sidelight@sidelight.example' : new URL(base).host, base };
}

/** A page that notes whatever happens in it. */
const WATCHING = `<!doctype html><html lang="en"><head><title>A page that watches</title><script>
  const seen = [];
  const note = (what) => seen.push(what);
  new MutationObserver((changes) => note('mutation ' + changes.length))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'focusin', 'selectionchange', 'scroll', 'toggle'])
    addEventListener(type, () => note('event ' + type), true);
  new PerformanceObserver((list) => { for (const { name } of list.getEntries()) if (!/watch|favicon/.test(name)) note('resource ' + name); })
    .observe({ type: 'resource', buffered: true });
  for (const [holder, name] of [[Document.prototype, 'querySelectorAll'], [Node.prototype, 'cloneNode'], [Element.prototype, 'getAttribute'],
    [Document.prototype, 'createElement'], [Document.prototype, 'createTreeWalker'], [EventTarget.prototype, 'addEventListener'], [globalThis, 'getComputedStyle']]) {
    const real = holder[name];
    holder[name] = function (...given) { note('call ' + name); return real.apply(this, given); };
  }
  for (const name of ['sidelight', 'sidelightTrace', 'sidelightHeading', '__sidelight'])
    Object.defineProperty(globalThis, name, { get: () => void note('get ' + name), set: () => note('set ' + name), configurable: true });
  Object.defineProperty(Object.prototype, 'then', { get: () => void note('then'), configurable: true });
  // In no order: Firefox moves a name when anything first meets an element of its kind.
  const names = () => Object.getOwnPropertyNames(globalThis).sort().join() + document.adoptedStyleSheets.length + document.styleSheets.length;
  globalThis.watch = { seen, before: names(), names };
</script></head><body><main><article><h1>Two republics agree on fishing in the strait</h1>${paragraphs(ENGLISH)}</article></main></body></html>`;

inEveryBrowser(
  'neighbours',
  (session) => {
    it('another extension gets no answer, from its background or from a page', async () => {
      const { harness, server } = session();
      const { id } = await ownNames(session());
      const tab = await harness.openTab(`${server.base}/sample-hi.html?ask=${encodeURIComponent(id)}`);
      const got = await until(
        'what the neighbour got',
        () => tab.evaluate(`document.documentElement.dataset.neighbour ?? ''`),
        (text) => text !== '',
      );
      const outcomes: unknown = JSON.parse(String(got));
      expect(outcomes).toHaveLength(2 * (MESSAGES.length + 1));
      expect(new Set(Array.isArray(outcomes) ? outcomes : [])).toEqual(new Set(['refused']));
      await tab.close();
    });

    it('a web page gets no answer', async () => {
      const { harness, server } = session();
      const { id } = await ownNames(session());
      const tab = await harness.openTab(`${server.base}/sample-hi.html`);
      const answers = await tab.evaluate(`(async () => {
        const replies = [];
        addEventListener('message', ({ data, source }) => { if (data?.ok !== undefined) replies.push(data); });
        for (const message of ${JSON.stringify(MESSAGES)}) {
          postMessage(message, '*');
          document.dispatchEvent(new CustomEvent('sidelight', { detail: message }));
        }
        const api = globalThis.chrome?.runtime ?? globalThis.browser?.runtime;
        const sent = await Promise.resolve().then(() => api.sendMessage('${id}', { type: 'index-facts' })).then(
          (reply) => reply === undefined ? 'refused' : 'answered', () => 'refused');
        await new Promise((done) => setTimeout(done, 500));
        return [replies.length, sent];
      })()`);
      expect(answers).toEqual([0, 'refused']);
      await tab.close();
    });

    it('a web page can load nothing of the package, before a click and after it', async () => {
      const { harness, server } = session();
      const { base } = await ownNames(session());
      const tab = await harness.openTab(`${server.base}/sample-hi.html`);
      const tries = `(async () => {
        const outcome = (make) => new Promise((done) => {
          const one = make();
          one.onload = () => done('loaded');
          one.onerror = () => done('refused');
          setTimeout(() => done('refused'), 1500);
          document.head.append(one);
        });
        const loads = ['manifest.json', 'icon/16.png', 'page.js', 'stories.bin', '_locales/en/messages.json'].map((file) =>
          fetch('${base}/' + file, { mode: 'no-cors' }).then(() => 'loaded', () => 'refused'));
        const image = outcome(() => Object.assign(new Image(), { src: '${base}/icon/16.png' }));
        const script = outcome(() => Object.assign(document.createElement('script'), { src: '${base}/page.js' }));
        const sheet = outcome(() => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '${base}/assets/x.css' }));
        const outcomes = await Promise.all([...loads, image, script, sheet]);
        document.head.querySelectorAll('img, script[src^="${base}"], link[href^="${base}"]').forEach((one) => one.remove());
        return outcomes;
      })()`;
      const refused = Array.from({ length: 8 }, () => 'refused');
      expect(await tab.evaluate(tries)).toEqual(refused);
      const popup = await harness.openPopup(tab);
      await settled(popup);
      expect(await tab.evaluate(tries)).toEqual(refused);
      await popup.close();
      await tab.close();
    });

    it('a page that watches sees nothing, before the click, while it is read and after', async () => {
      const { server, harness } = session();
      server.put('/watch.html', WATCHING);
      const tab = await harness.openTab(`${server.base}/watch.html`);
      await until(
        'the page at rest',
        () => tab.evaluate('document.readyState'),
        (state) => state === 'complete',
      );
      // From here on nothing is the page's own doing.
      await tab.evaluate('void (globalThis.watch.seen.length = 0)');
      const before = await tab.evaluate('[document.documentElement.outerHTML, globalThis.watch.names()]');
      const popup = await harness.openPopup(tab);
      expect(await settled(popup)).toMatchObject({ state: 'read', title: { lang: 'en' } });
      expect(await tab.evaluate('[document.documentElement.outerHTML, globalThis.watch.names()]')).toEqual(before);
      // The debugger that asks is not the extension: what it calls in the page is its own.
      expect(
        await tab.evaluate(`globalThis.watch.seen.filter((what) => !/^(?:get|call) (?:then)?$|^then$/.test(what))`),
      ).toEqual([]);
      await popup.close();
      await tab.close();
    });
  },
  (name) => ({ beside: [neighbour(name)] }),
);
