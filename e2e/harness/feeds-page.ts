import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { writeOpml } from '../../lib/coverage/opml';
import { giveFile } from './give-file';
import { choose, clickBehind, comesTo } from './options-page';
import type { Session } from './session';
import { type Harness, type TabView, until, type View } from './view';

/** The options page, once its section of feeds is drawn, with the feeds where some are followed. */
export async function openLive(harness: Harness, follows = true): Promise<TabView> {
  const options = await harness.openExtensionTab('options.html');
  const drawn = follows ? '#read-feeds' : '#live';
  await until('the section', () => options.evaluate(`document.querySelector('${drawn}') !== null`), Boolean);
  return options;
}

/** Ticks every outlet that the catalogue offers in these languages. */
export async function chooseFeeds(options: View, languages: readonly string[]): Promise<void> {
  await until(
    'the catalogue',
    () => options.evaluate(`document.querySelectorAll('.feed-choices input').length`),
    (count) => Number(count) > 0,
  );
  for (const lang of languages) {
    await choose(options, 'feed-language', lang);
    await comesTo(options, `document.querySelector('.feed-choices').dataset.lang`, lang);
    await options.evaluate(
      `document.querySelectorAll('.feed-choices input:enabled:not(:checked)').forEach((box) => box.click())`,
    );
  }
}

const ROWS = `JSON.stringify([...document.querySelectorAll('#live .feed-row')].map((row) => [row.dataset.feed, row.dataset.state, row.textContent]))`;

/** How the feeds stand on the options page: by host, the state and all that is said. */
export async function standing(options: View): Promise<Record<string, { state: string; words: string }>> {
  const rows: [string, string, string][] = JSON.parse(String(await options.evaluate(ROWS)));
  return Object.fromEntries(rows.map(([address, state, words]) => [new URL(address).host, { state, words }]));
}

/** How many items are kept. */
export async function itemsOf(options: View): Promise<number> {
  const words = String(await options.evaluate(`document.querySelector('#live-contents').textContent`));
  return Number(words.match(/^[\d,]+/)?.[0].replace(',', ''));
}

/** Reads all feeds at the reader's wish, and waits until that is done. */
export async function readNow(options: View): Promise<void> {
  await clickBehind(options, '#read-feeds');
  await until(
    'the end of the reading',
    () => options.evaluate(`document.querySelector('#read-feeds').disabled`),
    (busy) => busy === false,
    60_000,
  );
}

/**
 * Takes in a list of feeds from a file, and allows all that are of one.
 *
 * @param refused addresses that the file lists as well, and that are none to be followed
 */
export async function followListed(
  { harness }: Session,
  options: View,
  feeds: readonly FeedChoice[],
  refused: readonly string[] = [],
): Promise<void> {
  const listed = [...feeds, ...refused.map((address) => ({ address, name: 'Refused', lang: null }))];
  await giveFile(options, '#live input[type=file]', 'feeds.opml', writeOpml(listed));
  await until('the button', () => options.evaluate(`document.querySelector('#follow-feeds') !== null`), Boolean);
  const hosts = [...new Set(feeds.map(({ address }) => `https://${new URL(address).host}/*`))];
  await harness.sites.allow(hosts, () => options.click('#follow-feeds'));
}
