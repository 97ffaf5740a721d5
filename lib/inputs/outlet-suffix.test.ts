import { expect, it } from 'vitest';
import { nameInHost, withoutOutlet } from './outlet-suffix';

const HEADLINE = 'Ministers meet in Lindholm - and agree';

it.each([
  ['BBC News', 'bbc.co.uk'],
  ['The Guardian', 'theguardian.com'],
  ['Guardian', 'theguardian.com'],
  ['RT World News', 'rt.com'],
  ['Times of India', 'timesofindia.indiatimes.com'],
  ['NDTV.com', 'www.ndtv.com'],
])('takes %s of %s off a headline', (outlet, host) => {
  expect(withoutOutlet(`${HEADLINE} - ${outlet}`, nameInHost(host))).toBe(HEADLINE);
  expect(withoutOutlet(`${HEADLINE} | ${outlet}`, nameInHost(host))).toBe(HEADLINE);
});

it.each([
  ['Court hears the case - what to expect from the report', 'rt.com'],
  ['Strike at the port - the postal workers who stayed away tell their story', 'post.example'],
  ['The Guardian of the strait', 'theguardian.com'],
  ['Guardian: a play in five acts', 'theguardian.com'],
  ['2 - 1', 'goal.com'],
  ['', 'goal.com'],
  ['A headline - of its own', ''],
])('leaves %j of "%s" as it is', (title, host) => {
  expect(withoutOutlet(title, nameInHost(host))).toBe(title);
});
