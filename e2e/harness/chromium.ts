import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type ConsoleMessage, type Page, type Protocol, type Target } from 'puppeteer-core';
import { chromiumSites } from './chromium-sites';
import { chromiumProfile } from './profile';
import { keysAndSize, toTab, toView } from './tab';
import { type Harness, type LaunchOptions, type Look, type Tab, type View, WELCOME } from './view';

const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // as in a container
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,900',
  // Without it the screen is 800 by 600, and a popup, which must fit below the toolbar, is cut.
  '--screen-info={1280x900}',
];
/** Loopback only, whatever a page asks for. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** Through a proxy, but for what is served on this machine. */
function throughProxy(port: number | undefined): string[] {
  if (port === undefined) return [];
  return [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=127.0.0.1;localhost', '--ignore-certificate-errors'];
}

/** Starts Chromium with the extension; the profile is its own and goes with it. */
export async function launchChromium(executablePath: string, options: LaunchOptions): Promise<Harness> {
  const profile = chromiumProfile();
  const { locale, headless = true, online = false, extension, downloads } = options;
  const { proxy } = options;
  const through = proxy === undefined ? [] : [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'];
  const args = [
    ...FLAGS,
    ...through,
    ...throughProxy(options.proxyPort),
    ...(online ? [] : [OFFLINE]),
    ...(locale === undefined ? [] : [`--lang=${locale}`]),
    ...(options.plain ? ['--force-prefers-reduced-motion', '--force-high-contrast'] : []),
  ];
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    userDataDir: profile.folder,
    defaultViewport: null,
    enableExtensions: [extension, ...(options.beside ?? [])],
    ...(downloads === undefined ? {} : { downloadBehavior: { policy: 'allow', downloadPath: downloads } as const }),
    args,
    env: locale === undefined ? process.env : { ...process.env, LANGUAGE: locale },
  });
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'),
  );
  const base = new URL('/', worker.url()).href;
  if (!options.keepWelcome && existsSync(join(extension, WELCOME))) {
    const welcome = await browser.waitForTarget((target) => target.url() === base + WELCOME);
    await (await welcome.page())?.close();
  }
  await pinButton(browser, new URL(base).host);
  const pages = new WeakMap<Tab, Page>();
  const errors: string[] = [];
  const note = (message: ConsoleMessage): void => {
    if (message.type() === 'error') errors.push(message.text());
  };
  (await worker.worker())?.on('console', note);
  /** Notes the errors of one of the extension's own pages. */
  const watched = (page: Page): Page =>
    page.on('console', note).on('pageerror', (error) => errors.push(error instanceof Error ? error.message : 'thrown'));

  /** The next target at a path of the extension. Targets that were there before are pages in tabs, or other popups. */
  const nextView = (path: string): Promise<Page> => {
    const old = new Set<Target>(browser.targets());
    const fresh = (target: Target): boolean => !old.has(target) && target.url() === base + path;
    return browser.waitForTarget(fresh, { timeout: 10_000 }).then(async (target) => watched(await target.asPage()));
  };

  /** Makes a call on chrome://extensions that loads the extension anew, and waits until its background is back. */
  const loadAnew = async (call: string): Promise<void> => {
    const page = await browser.newPage({ background: true });
    await page.goto('chrome://extensions/');
    // An unpacked extension that is loaded anew stays off where developer mode is.
    await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
    const old = new Set<Target>(browser.targets());
    const isBack = (target: Target): boolean => !old.has(target) && target.url() === worker.url();
    await Promise.all([
      browser.waitForTarget(isBack, { timeout: 20_000 }),
      page.evaluate(`chrome.developerPrivate.${call}`),
    ]);
    await page.close();
  };

  const background = (): Target | undefined =>
    browser.targets().find((one) => one.type() === 'service_worker' && one.url() === worker.url());

  return {
    name: 'chromium',
    async openTab(url, where) {
      const page = await browser.newPage(where === 'window' ? { type: 'window' } : {});
      await page.goto(url);
      const tab = toTab(page);
      pages.set(tab, page);
      return tab;
    },
    async allowPrivate() {
      const change = `{ extensionId: '${new URL(base).host}', incognitoAccess: true }`;
      await loadAnew(`updateExtensionConfiguration(${change})`);
    },
    async openPrivateTab(url) {
      const own = await browser.newPage({ background: true });
      await own.goto(`${base}${WELCOME}`);
      const [target] = await Promise.all([
        browser.waitForTarget((one) => one.url() === url && one.type() === 'page'),
        own.evaluate(`chrome.windows.create({ incognito: true, url: '${url}' }).then(() => {})`),
      ]);
      await own.close();
      const page = await target.asPage();
      const tab = toTab(page);
      pages.set(tab, page);
      return tab;
    },
    async openExtensionTab(path) {
      const page = watched(await browser.newPage());
      await page.goto(base + path);
      return { ...chromiumView(page), ...keysAndSize(page) };
    },
    async openPopup(tab) {
      const page = pages.get(tab);
      if (page === undefined) throw new Error('A tab of another browser');
      await page.bringToFront();
      const extension = await ownExtension(browser, base);
      const [popup] = await Promise.all([nextView('popup.html'), page.triggerExtensionAction(extension)]);
      return chromiumView(popup);
    },
    async openPanel(popup) {
      // The popup closes with its panel, at times before the click has been answered; the panel tells whether it worked.
      const click = popup.click('#open-panel').catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
      });
      const [page] = await Promise.all([nextView('sidepanel.html'), click]);
      return chromiumView(page);
    },
    sites: chromiumSites(browser, new URL(base).host),
    async killBackground() {
      const session = await browser.target().createCDPSession();
      const { targetInfos } = await session.send('Target.getTargets');
      const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url === worker.url());
      // Let go of first: a background that is called back while somebody still watches the old one waits for them for ever.
      await (await background()?.worker())?.client.detach().catch(ignoreGone);
      if (running !== undefined) await session.send('Target.closeTarget', running).catch(ignoreGone);
      await session.detach();
    },
    async inBackground(source) {
      return (await background()?.worker())?.evaluate(source);
    },
    async scriptTime(tab, script, work) {
      const session = await pages.get(tab)?.createCDPSession();
      if (session === undefined) return null;
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 100 });
      await session.send('Profiler.start');
      await work();
      const { profile } = await session.send('Profiler.stop');
      await session.detach();
      return timeIn(profile, base + script) / 1000;
    },
    async backgroundBytes() {
      const session = await background()?.createCDPSession();
      if (session === undefined) return null;
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize;
    },
    reload: () => loadAnew(`reload('${new URL(base).host}', { failQuietly: true })`),
    errors: async () => errors,
    closed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}

/** The time in µs that a profile gives to a script and to all that it calls. */
function timeIn({ nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile, url: string): number {
  const within = new Set<number>();
  const children = new Map(nodes.map(({ id, children = [] }) => [id, children]));
  const add = (id: number): void => {
    within.add(id);
    for (const child of children.get(id) ?? []) add(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url === url) add(id);
  return samples.reduce((sum, id, at) => sum + (within.has(id) ? (timeDeltas[at + 1] ?? 0) : 0), 0);
}

/**
 * Pins the toolbar button, as who uses it does. One that is not pinned Chromium moves into the toolbar first, in 260 ms.
 */
async function pinButton(browser: Browser, id: string): Promise<void> {
  const page = await browser.newPage({ background: true });
  await page.goto('chrome://extensions/');
  const configuration = JSON.stringify({ extensionId: id, pinnedToToolbar: true });
  await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${configuration})`);
  await page.close();
}

async function ownExtension(browser: Browser, base: string) {
  const extensions = [...(await browser.extensions()).values()];
  const own = extensions.find(({ id }) => base.includes(id));
  if (own === undefined) throw new Error('The extension is not installed');
  return own;
}

function chromiumView(page: Page): View {
  return { ...toView(page), screenshot: (look) => screenshot(page, look) };
}

/** A real panel keeps the size that the browser gives it: asked for another, it is drawn in tiles. */
async function screenshot(page: Page, look: Look = { scheme: 'light' }): Promise<Uint8Array> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme }]);
  return await page.screenshot();
}

/** The background had ended before it could be ended: done all the same. */
function ignoreGone(error: unknown): void {
  if (!/No (session|target) with given id|already detached|(Session|Target) closed/.test(String(error))) throw error;
}
