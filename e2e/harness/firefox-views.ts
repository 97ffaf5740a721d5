/** What Firefox shows in its own window, beside the tabs: popup and sidebar. Frame scripts reach it, for BiDi lists neither. */
import type { Bidi } from './bidi';
import { type Look, until, type View } from './view';

/** The window in front, as an expression that stays true when another comes before it. */
export async function frontWindow(bidi: Bidi): Promise<string> {
  const id = await bidi.inChrome(`Services.wm.getMostRecentWindow('navigator:browser').docShell.outerWindowID`);
  return `Services.wm.getOuterWindowWithId(${Number(id)})`;
}

/** Closes the popup, if one is open: a second click would only close the first's. */
export async function closePopup(bidi: Bidi, url: string, window: string): Promise<void> {
  // Told again and again: a popup that is still opening does not hear it.
  await until(
    'no popup',
    () =>
      bidi.inChrome(`(() => {
        const popup = ${FIND_BROWSER(url, window)};
        popup?.closest('panel').hidePopup();
        return popup !== undefined;
      })()`),
    (there) => there === false,
  );
}

/** The `<browser>` of a popup or sidebar: in the window itself, or one document deeper. */
const FIND_BROWSER = (url: string, window: string): string => `(() => {
  const { document } = ${window};
  const sidebar = document.getElementById('sidebar');
  const documents = sidebar && sidebar.contentDocument ? [document, sidebar.contentDocument] : [document];
  const browsers = documents.flatMap((one) => Array.from(one.querySelectorAll('browser')));
  return browsers.find((one) => !one.closest('#tabbrowser-tabbox') && one.currentURI && one.currentURI.spec === '${url}');
})()`;

let asked = 0;

/** An expression over a frame's document, as a frame script sees it. */
const seenFromOutside = (source: string): string => `(({ document }) => (${source}))(content)`;

/** The same as the page's own code would: what it changes there, the page has. */
export const ownWorldOf = (source: string): string =>
  `Cu.evalInSandbox(${JSON.stringify(source)}, new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))`;

/** Longer than a slow machine takes to run the checks for barriers in one go. */
const LONGEST_ANSWER_MS = 30_000;

/**
 * Evaluates in the document of a `<browser>`, by a frame script.
 * @throws Error what the source throws there; where the document goes before it has answered, that it has gone
 */
export async function evaluateIn(
  bidi: Bidi,
  browser: string,
  source: string,
  world = seenFromOutside,
): Promise<unknown> {
  const name = `sidelight:${asked++}`;
  const script = `{
    let answer;
    try { answer = { value: JSON.stringify(${world(source)}) ?? 'null' }; } catch (error) { answer = { error: String(error) }; }
    sendAsyncMessage('${name}', answer);
  }`;
  const answer = await bidi.inChrome(`new Promise((resolve, reject) => {
    const { messageManager } = ${browser};
    const GONE = 'message-manager-disconnect';
    const end = (settle, outcome) => {
      clearTimeout(late);
      Services.obs.removeObserver(watcher, GONE);
      messageManager.removeMessageListener('${name}', heard);
      settle(outcome);
    };
    const heard = ({ data }) => end(data.error === undefined ? resolve : reject, data.value ?? new Error(data.error));
    const watcher = (gone) => {
      if (gone === messageManager) end(reject, new Error('Gone before it answered'));
    };
    const late = setTimeout(() => end(reject, new Error('No answer to ${name}')), ${LONGEST_ANSWER_MS});
    Services.obs.addObserver(watcher, GONE);
    messageManager.addMessageListener('${name}', heard);
    messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script)}), false);
  })`);
  return JSON.parse(String(answer));
}

/** A view in Firefox's own window. BiDi does not list it, so its document is reached by frame scripts. */
export async function chromeView(bidi: Bidi, url: string, window: string): Promise<View> {
  const present = (): Promise<unknown> => bidi.inChrome(`Boolean(${FIND_BROWSER(url, window)})`);
  await until(`${url} in the window`, present, Boolean);

  const evaluate = (source: string): Promise<unknown> => evaluateIn(bidi, FIND_BROWSER(url, window), source);

  const heightOf = async (): Promise<number> => Number(await evaluate('document.documentElement.scrollHeight'));

  return {
    evaluate,
    async evaluateInside(source) {
      // A frame script is not waited for: what comes of it is left in the document.
      const answer = 'document.documentElement.dataset.answer';
      const work = `void Promise.resolve(${source}).then((value) => { ${answer} = JSON.stringify(value) ?? 'null'; })`;
      await evaluateIn(bidi, FIND_BROWSER(url, window), work, ownWorldOf);
      const told = await until(
        'an answer',
        () => evaluate(`${answer} ?? ''`),
        (words) => words !== '',
      );
      await evaluate(`delete ${answer}`);
      return JSON.parse(String(told));
    },
    // BiDi's own input refuses privileged contexts; this one counts as the reader's gesture.
    async click(selector) {
      const place = JSON.stringify(selector);
      await until(selector, () => evaluate(`document.querySelector(${place}) !== null`), Boolean);
      const { x, y } = centreOf(
        await evaluate(`(() => { const one = document.querySelector(${place}); one.scrollIntoView({ block: 'nearest' });
          const r = one.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`),
      );
      await bidi.inChrome(`(() => {
        const window = ${window};
        const browser = ${FIND_BROWSER(url, window)};
        const view = browser.ownerDocument.defaultView;
        const box = browser.getBoundingClientRect();
        const frame = view === window ? { x: 0, y: 0 } : view.frameElement.getBoundingClientRect();
        const [x, y] = [box.x + frame.x + ${x}, box.y + frame.y + ${y}];
        for (const type of ['mousedown', 'mouseup']) {
          window.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 }, {});
        }
      })()`);
    },
    async screenshot(look) {
      // A picture drawn off screen has no scroll bar, only its empty track.
      await evaluate(`document.documentElement.style.scrollbarWidth = 'none'`);
      return draw(bidi, { url, window }, look, look?.whole ? await heightOf() : 0);
    },
    async close() {
      if (url.endsWith('/popup.html')) await closePopup(bidi, url, window);
      else await bidi.inChrome(`${window}.SidebarController.hide()`);
      await until(`${url} gone`, present, (there) => there === false);
    },
  };
}

function centreOf(value: unknown): { x: number; y: number } {
  if (typeof value === 'object' && value !== null && 'x' in value && 'y' in value) {
    return { x: Number(value.x), y: Number(value.y) };
  }
  throw new Error('No place to click at');
}

async function draw(
  bidi: Bidi,
  { url, window }: { readonly url: string; readonly window: string },
  look: Look = { scheme: 'light' },
  height = 0,
): Promise<Uint8Array> {
  const base64 = await bidi.inChrome(`(async () => {
    const { document } = ${window};
    const browser = ${FIND_BROWSER(url, window)};
    const context = browser.browsingContext;
    context.prefersColorSchemeOverride = '${look.scheme}';
    const box = document.getElementById('sidebar-box');
    if (${look.width ?? 0} > 0 && box && !browser.closest('panel')) box.style.width = '${look.width}px';
    const { promise, resolve } = Promise.withResolvers();
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200)));
    await promise;
    const area = ${height} > 0 ? new DOMRect(0, 0, browser.clientWidth, Math.min(${height}, 8000)) : null;
    const bitmap = await context.currentWindowGlobal.drawSnapshot(area, 1, '${look.scheme === 'dark' ? 'black' : 'white'}');
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  })()`);
  return Buffer.from(String(base64), 'base64');
}
