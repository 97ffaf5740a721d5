import { browser } from 'wxt/browser';
import { isInPrivateWindow } from './private-window';

/** A part of the screen, in pixels. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The two halves of a screen. */
export function halvesOf({ left, top, width, height }: Area): readonly [Area, Area] {
  const half = Math.floor(width / 2);
  return [
    { left, top, width: half, height },
    { left: left + half, top, width: width - half, height },
  ];
}

/** Opens two pages in windows of half the screen each, private ones beside a private window. */
export async function openSideBySide(urls: readonly [string, string], screen: Area): Promise<void> {
  const [left, right] = halvesOf(screen);
  const incognito = await isInPrivateWindow();
  await browser.windows.create({ url: urls[0], incognito, ...left });
  await browser.windows.create({ url: urls[1], incognito, ...right });
}
