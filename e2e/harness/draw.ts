import puppeteer from 'puppeteer-core';
import { findBrowsers } from './find-browsers';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws pictures from HTML in a browser without the extension. */
export interface Drawing {
  /** A picture of some HTML; without a background where it gives none and transparency is asked for. */
  draw(html: string, size: Size, transparent?: boolean): Promise<Uint8Array>;
  /** A picture of a page at its top. */
  shoot(url: string, size: Size): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Starts the browser that draws. */
export async function openDrawing(): Promise<Drawing> {
  const { chromium } = findBrowsers();
  if (chromium === null) throw new Error('Drawing needs Chromium');
  const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  return {
    async draw(html, size, transparent = false) {
      await page.setViewport(size);
      await page.setContent(html, { waitUntil: 'load' });
      return await page.screenshot({ omitBackground: transparent });
    },
    async shoot(url, size) {
      await page.setViewport(size);
      await page.goto(url);
      return await page.screenshot();
    },
    close: () => browser.close(),
  };
}
