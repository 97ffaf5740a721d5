import { expect, it } from 'vitest';
import { refusalOf } from './refusals';

it.each([
  [undefined, 'browser-page'],
  ['chrome://version/', 'browser-page'],
  ['about:support', 'browser-page'],
  ['view-source:https://a.example/', 'browser-page'],
  ['chrome-extension://abc/options.html', 'browser-page'],
  ['https://chromewebstore.google.com/detail/x', 'store-page'],
  ['https://chrome.google.com/webstore/detail/x', 'store-page'],
  ['https://addons.mozilla.org/en-US/firefox/', 'store-page'],
  ['file:///home/reader/page.html', 'file'],
  ['https://a.example/report.PDF?page=2', 'file'],
  ['https://a.example/news/1', 'no-access'],
])('%s is refused as %s', (url, code) => {
  const refusal = refusalOf(url, new Error('the browser’s own words'));
  expect(refusal).toMatchObject({ code, message: 'the browser’s own words' });
});
