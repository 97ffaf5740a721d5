/**
 * Takes the screenshots for the stores (`npm run store:screenshots`) into docs/store/images: the real popup, panel and
 * options of both browsers in each language of the listings, laid over the article that they tell about.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { STORE_LANGUAGES } from '../lib/cli/release/store-texts';
import { directionOf } from '../lib/languages/direction';
import { defaultSettings, settingsRecord } from '../lib/settings/settings';
import { availableBrowsers, type BrowserName, ROOT } from './harness';
import { type Drawing, openDrawing } from './harness/draw';
import { openSession, type Session } from './harness/session';
import { settled, until } from './harness/view';

type Language = (typeof STORE_LANGUAGES)[number];

/** What a reader of each language reads about the event, and in which languages besides. */
const READERS: Readonly<Record<Language, { readonly page: string; readonly reads: readonly string[] }>> = {
  en: { page: 'sample-hi', reads: ['en', 'bn', 'ar'] },
  hi: { page: 'sample-hi', reads: ['hi', 'bn', 'en'] },
  bn: { page: 'sample-bn', reads: ['bn', 'hi', 'en'] },
  ar: { page: 'sample-ar', reads: ['ar', 'en', 'fa'] },
  es: { page: 'sample-en', reads: ['es', 'ar', 'hi'] },
};
/** What both stores take. */
const SCREEN = { width: 1280, height: 800 };
const GAP = 14;
const STORES: Readonly<Record<BrowserName, string>> = { chromium: 'chrome', firefox: 'firefox' };

const target = `${ROOT}docs/store/images`;

function source(picture: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
}

/** Width and height of a PNG, from its header. */
function sizeOf(picture: Uint8Array): { width: number; height: number } {
  const header = Buffer.from(picture.buffer, picture.byteOffset, 24);
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}

const STYLE = `body{margin:0;width:${SCREEN.width}px;height:${SCREEN.height}px;background:#d5e3e5;overflow:hidden;
  position:relative}img{position:absolute;border-radius:10px;background:#fff;box-shadow:0 2px 12px #0b5a6840}`;

/** An article with what the extension shows beside it, or over it near the edge where its button is. */
async function compose(
  drawing: Drawing,
  url: string,
  view: Uint8Array,
  edge: 'left' | 'right',
  over: boolean,
): Promise<Uint8Array> {
  const { width, height } = sizeOf(view);
  const top = over ? GAP * 3 : (SCREEN.height - height) / 2;
  const room = {
    width: SCREEN.width - 2 * GAP - (over ? 0 : width + GAP),
    height: over ? SCREEN.height - 2 * GAP : height,
  };
  const article = await drawing.shoot(url, room);
  const other = edge === 'left' ? 'right' : 'left';
  const html = `<style>${STYLE}</style>
    <img src="${source(article)}" style="${other}:${GAP}px;top:${over ? GAP : top}px">
    <img src="${source(view)}" style="${edge}:${over ? GAP * 3 : GAP}px;top:${top}px">`;
  return await drawing.draw(html, SCREEN);
}

async function take({ harness, read, server, name }: Session, drawing: Drawing, language: Language): Promise<void> {
  const { page, reads } = READERS[language];
  const save = (what: string, picture: Uint8Array): void =>
    writeFileSync(`${target}/${STORES[name]}-${language}-${what}.png`, picture);
  const options = await harness.openExtensionTab('options.html');
  const settings = settingsRecord({ ...defaultSettings(reads), interfaceLanguage: language });
  await options.evaluate(
    `(globalThis.browser ?? globalThis.chrome).storage.local.set(${JSON.stringify({ settings })})`,
  );
  await options.close();

  const ltr = directionOf(language) === 'ltr';
  const { popup, tab } = await read(`/${page}.html`);
  const url = `${server.base}/${page}.html`;
  const light = { scheme: 'light' } as const;
  save('popup', await compose(drawing, url, await popup.screenshot(light), ltr ? 'right' : 'left', true));
  const panel = await harness.openPanel(popup);
  await settled(panel);
  await panel.click('.why > summary');
  // Chrome's panel stands at the end of the line, Firefox's sidebar at its beginning.
  const edge = ltr === (name === 'chromium') ? 'right' : 'left';
  const picture = await panel.screenshot({ ...light, width: 380 });
  save('panel', await compose(drawing, url, picture, edge, false));
  await panel.close();
  await tab.close();
  if (name === 'chromium') {
    const own = await harness.openExtensionTab('options.html');
    await until(
      'the facts of the index',
      () => own.evaluate(`document.querySelector('.index-facts') !== null`),
      Boolean,
    );
    const whole = `<style>${STYLE}img{left:0;top:0;border-radius:0}</style><img src="${source(await own.screenshot(light))}">`;
    save('options', await drawing.draw(whole, SCREEN));
    await own.close();
  }
}

mkdirSync(target, { recursive: true });
const drawing = await openDrawing();
try {
  for (const browser of availableBrowsers()) {
    const session = await openSession(browser);
    try {
      for (const language of STORE_LANGUAGES) await take(session, drawing, language);
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  }
} finally {
  await drawing.close();
}
