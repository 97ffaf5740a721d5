import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import * as v from 'valibot';
import { type Bidi, openBidi } from './bidi';
import { firefoxSites } from './firefox-sites';
import { chromeView, closePopup, evaluateIn, frontWindow, ownWorldOf } from './firefox-views';
import { firefoxProfile } from './profile';
import { keysAndSize, toTab, toView } from './tab';
import { type Harness, type LaunchOptions, type Tab, until, WELCOME } from './view';

const GECKO_ID = 'sidelight@sidelight.example';
const UUID = '11111111-2222-4333-8444-555555555555';
const BASE = `moz-extension://${UUID}/`;
const POPUP = `${BASE}popup.html`;

/** Whatever is not on this machine goes to a proxy on it: to a closed port where there is none. */
const proxied = (port = 9): Record<string, unknown> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '127.0.0.1, localhost',
});

/** Starts Firefox with the extension; the profile is its own and goes with it. */
export async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<Harness> {
  const profile = firefoxProfile();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir: profile.folder,
    headless: options.headless ?? true,
    defaultViewport: null,
    acceptInsecureCerts: options.proxyPort !== undefined,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'], // without the first, moz-extension: is refused
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      // Headless, nothing holds the focus, and a popup would close at once; a reader's own shall close.
      'ui.popup.disable_autohide': options.headless ?? true,
      ...(options.downloads === undefined ? {} : downloadsTo(options.downloads)),
      ...(options.online ? {} : proxied(options.proxyPort)),
      ...(options.proxy === undefined ? {} : through(options.proxy)),
      ...(options.plain ? { 'ui.prefersReducedMotion': 1, 'browser.display.document_color_use': 2 } : {}),
    },
  });
  await browser.installExtension(options.extension);
  for (const folder of options.beside ?? []) await browser.installExtension(folder);
  const bidi = await openBidi(browser);
  if (options.locale !== undefined) await setLocale(bidi, options.locale);
  if (!options.keepWelcome && existsSync(join(options.extension, WELCOME))) await closeWelcome(bidi);
  const pages = new WeakMap<Tab, Page>();

  return {
    name: 'firefox',
    async openTab(url, where) {
      const page = await browser.newPage(where === 'window' ? { type: 'window' } : {});
      if (url.startsWith('http')) await page.goto(url);
      else await bidi.navigate(page, url); // page.goto() waits for ever for the browser's own pages
      const tab = toTab(page);
      pages.set(tab, page);
      return tab;
    },
    async allowPrivate() {
      await bidi.inChrome(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add('${GECKO_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      })()`);
      await reload(bidi);
    },
    async openPrivateTab(url) {
      const before = new Set(await browser.pages());
      await bidi.inChrome(`(async () => {
        const window = OpenBrowserWindow({ private: true });
        const { promise, resolve } = Promise.withResolvers();
        window.addEventListener('load', resolve, { once: true });
        await promise;
        // Its own first page would take the place of ours, or leave the wait for ours without an end.
        const { selectedBrowser } = window.gBrowser;
        const isShown = () => selectedBrowser.currentURI.spec === 'about:privatebrowsing' && !selectedBrowser.webProgress.isLoadingDocument;
        while (!isShown()) await new Promise((next) => window.setTimeout(next, 20));
      })()`);
      const fresh = async (): Promise<Page | null> => (await browser.pages()).find((one) => !before.has(one)) ?? null;
      const page = await until('the private window', fresh, (one) => one !== null);
      if (page === null) throw new Error('No private window');
      if (url.includes(':')) await page.goto(url);
      else await bidi.navigate(page, BASE + url);
      const tab = toTab(page);
      pages.set(tab, page);
      return tab;
    },
    async openExtensionTab(path) {
      const page = await browser.newPage();
      await bidi.navigate(page, BASE + path);
      return { ...toView(page), ...keysAndSize(page) };
    },
    async openPopup(tab) {
      await pages.get(tab)?.bringToFront();
      const window = await frontWindow(bidi);
      await closePopup(bidi, POPUP, window);
      await bidi.inChrome(`(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
        await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(${window}, false);
      })()`);
      return await chromeView(bidi, POPUP, window);
    },
    async openPanel(popup) {
      const window = await frontWindow(bidi);
      await popup.click('#open-panel');
      return await chromeView(bidi, `${BASE}sidepanel.html`, window);
    },
    sites: firefoxSites(bidi, GECKO_ID),
    async killBackground() {
      await bidi.inChrome(`WebExtensionPolicy.getByID('${GECKO_ID}').extension.terminateBackground({
        ignoreDevToolsAttached: true, disableResetIdleForTest: true,
      })`);
    },
    async inBackground(source) {
      return evaluateIn(bidi, BACKGROUND, source, ownWorldOf);
    },
    scriptTime: async () => null,
    backgroundBytes: async () => null,
    reload: () => reload(bidi),
    errors: async () => v.parse(v.array(v.string()), JSON.parse(String(await bidi.inChrome(ERRORS)))),
    async close() {
      await browser.close();
      profile.remove();
    },
    closed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
  };
}

/** Every request by one port of this machine, those to this machine too. */
function through(port: number): Record<string, unknown> {
  return {
    ...proxied(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/** Every download into one folder, without a panel or a question. */
function downloadsTo(folder: string): Record<string, unknown> {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    'browser.download.always_ask_before_handling_new_types': false,
  };
}

/**
 * Errors and `console.error` of the extension's own pages, which Firefox keeps in two places. A view that is closed while
 * the browser still owes it an answer is no error of ours.
 */
const ERRORS = `(() => {
  const thrown = Services.console.getMessageArray().flatMap((message) => {
    if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return [];
    return message.sourceName.startsWith('${BASE}') ? [message.errorMessage] : [];
  });
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const logged = storage.getEvents().filter(({ level, filename }) => level === 'error' && filename.startsWith('${BASE}'));
  const all = [...thrown, ...logged.map((event) => event.arguments.map(String).join(' '))];
  return JSON.stringify(all.filter((words) => !words.includes('after context unloaded')));
})()`;

/** Loads the extension anew, and waits until it has its background again: its pages cannot be opened before. */
async function reload(bidi: Bidi): Promise<void> {
  await bidi.inChrome(`(async () => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await (await AddonManager.getAddonByID('${GECKO_ID}')).reload();
  })()`);
  const state = `WebExtensionPolicy.getByID('${GECKO_ID}')?.extension?.backgroundState ?? 'gone'`;
  await until(
    'the background',
    () => bidi.inChrome(state),
    (is) => is === 'running',
  );
}

/** Closes the tab that greets after the installation, once it is drawn. */
async function closeWelcome(bidi: Bidi): Promise<void> {
  const tab = `gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === '${BASE}${WELCOME}')`;
  const drawn = `document.querySelector('#done') !== null`;
  await until('the welcome page', () => evaluateIn(bidi, `${tab}.linkedBrowser`, drawn), Boolean);
  await bidi.inChrome(`gBrowser.removeTab(${tab})`);
}

/** Firefox has no other interface language here than its own; extensions take theirs from this list all the same. */
async function setLocale(bidi: Bidi, locale: string): Promise<void> {
  await bidi.inChrome(`(() => {
    Services.locale.availableLocales = ['en-US', '${locale}'];
    Services.locale.requestedLocales = ['${locale}'];
  })()`);
}

/** The `<browser>` that the background runs in. */
const BACKGROUND = `[...WebExtensionPolicy.getByID('${GECKO_ID}').extension.views]
  .find(({ viewType }) => viewType === 'background').xulBrowser`;
