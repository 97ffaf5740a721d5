import type { Page } from 'puppeteer-core';
import type { Tab } from './view';

/** What the tests need of a page in a tab. */
export function toTab(page: Page): Tab {
  return {
    evaluate: (source) => page.evaluate(source),
    goto: async (url) => void (await page.goto(url)),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
