import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusals';
import type { TabState } from './schemas';
import { hasMoved, pageAddress } from './tab-state';

const state = (address: string | null): TabState => ({ status: 'reading', readId: 'r', address });
const HERE = 'https://news.example/a';

describe('a tab has moved on', () => {
  it('when another address is loaded, or the page changes its address itself', () => {
    expect(hasMoved({ status: 'loading' }, 'https://news.example/b', state(HERE))).toBe(true);
    expect(hasMoved({ url: 'https://news.example/b' }, undefined, state(HERE))).toBe(true);
  });

  it('when the new address is not told', () => {
    expect(hasMoved({ status: 'loading' }, undefined, state(HERE))).toBe(true);
    expect(hasMoved({ status: 'loading' }, undefined, state(null))).toBe(true);
  });

  it('but not when the same page loads again, a fragment changes or a load ends', () => {
    expect(hasMoved({ status: 'loading' }, HERE, state(HERE))).toBe(false);
    expect(hasMoved({ url: `${HERE}#part` }, undefined, state(HERE))).toBe(false);
    expect(hasMoved({ status: 'complete' }, undefined, state(HERE))).toBe(false);
  });
});

it('tells a page by its address without the fragment', () => {
  expect(pageAddress(`${HERE}?q=1#part`)).toBe(`${HERE}?q=1`);
  expect(pageAddress(undefined)).toBeNull();
  expect(pageAddress('no address')).toBeNull();
});

it.each([
  [undefined, 'browser-page'],
  ['chrome://version/', 'browser-page'],
  ['about:support', 'browser-page'],
  ['file:///home/a.html', 'file'],
  ['https://a.example/report.PDF', 'file'],
  ['https://addons.mozilla.org/en-US/', 'store-page'],
  ['https://chrome.google.com/webstore/detail/x', 'store-page'],
  ['https://news.example/', 'no-access'],
])('says why the browser would not let %s be read', (url, code) => {
  expect(refusalOf(url, new Error('denied'))).toMatchObject({ code, message: 'denied' });
});
