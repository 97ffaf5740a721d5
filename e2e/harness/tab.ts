import type { Page } from 'puppeteer-core';
import type { Tab, TabView, View } from './view';

/** What the tests need of a page in a tab. */
export function toTab(page: Page): Tab {
  return {
    evaluate: (source) => page.evaluate(source),
    goto: async (url) => void (await page.goto(url)),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** Height of a page that is given a width. */
const HEIGHT = 900;

/** What can be done with one of the extension's own pages because it stands in a tab. */
export function keysAndSize(page: Page): Pick<TabView, 'press' | 'resize'> {
  return {
    press: (key) => page.keyboard.press(key),
    resize: (width) => page.setViewport({ width, height: HEIGHT }),
  };
}

/** A page of the extension that the browser's driver reaches like any other. */
export function toView(page: Page): View {
  return {
    evaluate: (source) => page.evaluate(source),
    evaluateInside: (source) => page.evaluate(source),
    // What is clicked may be drawn only once something is stored: a reader waits for it, too.
    click: async (selector) => {
      await page.waitForSelector(selector);
      await page.click(selector);
    },
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}
