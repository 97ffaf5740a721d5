/** Draws the PNG icons from the mark, once after it has changed: `npx tsx e2e/make-icons.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from './harness/find-browsers';

const { chromium } = findBrowsers();
if (chromium === null) throw new Error('Drawing the icons needs Chromium');
const folder = new URL('../public/icon/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`);
    writeFileSync(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
