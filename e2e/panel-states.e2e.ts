import { expect, it } from 'vitest';
import { PAGE_KINDS } from '../lib/article/types';
import { FAILURE_CODES } from '../lib/platform/result';
import { defaultSettings, settingsRecord, type THEMES } from '../lib/settings/settings';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo, STORAGE } from './harness/options-page';
import { everyState, failedWith, reading } from './harness/panel-states';
import { openPanelBeside, openPanelTab } from './harness/panel-tab';
import { snapshotOf, type View } from './harness/view';

type Theme = (typeof THEMES)[number];

/** Sets how the panel looks, and waits until it does. */
async function look(panel: View, language: string, theme: Theme): Promise<void> {
  const settings = settingsRecord({
    ...defaultSettings([language, 'bn', 'ta']),
    interfaceLanguage: language,
    theme,
  });
  await panel.evaluateInside(`${STORAGE}.set(${JSON.stringify({ settings })})`);
  const looks = `[document.documentElement.lang, document.documentElement.dataset.theme]`;
  await comesTo(panel, looks, [language, theme]);
}

/** Opens all that is folded, chooses a report and opens a menu. */
async function openAll(panel: View): Promise<void> {
  await panel.evaluate(`(() => {
    for (const fold of document.querySelectorAll('.story details:not(.menu), #background details, #related details')) fold.open = true;
    document.querySelector('.report .menu input')?.click();
    (document.querySelector('.report .menu') ?? {}).open = true;
  })()`);
}

/** Menus that are open and stand beyond an edge. */
const CUT_MENUS = `[...document.querySelectorAll('.menu[open] > .menu-items')].filter((menu) => {
  const { left, right } = menu.getBoundingClientRect();
  return left < 0 || right > document.defaultView.innerWidth;
}).length`;

/** By how much the content is wider than the panel. */
const TOO_WIDE = `Math.max(0, document.documentElement.scrollWidth - document.defaultView.innerWidth)`;

/** Both themes and both directions; colours are the same in every language. */
const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'ar', theme: 'dark' },
] as const;

inEveryBrowser('every state of the panel', (session) => {
  it('has no barriers, light and dark, from left and from right, and fits', async () => {
    const states = await everyState(session());
    const { panel, tab } = await openPanelBeside(session());
    for (const { language, theme } of LOOKS) {
      await look(panel, language, theme);
      for (const [name, state] of Object.entries(states)) {
        await panel.show(state);
        await openAll(panel);
        expect(await barriersIn(panel), `${name} ${language} ${theme}`).toEqual([]);
        expect(await panel.evaluate(TOO_WIDE), `${name} ${language}`).toBe(0);
        expect(await panel.evaluate(CUT_MENUS), `${name} ${language}`).toBe(0);
      }
    }
    await panel.evaluateInside(`${STORAGE}.clear()`);
    await panel.close();
    await tab.close();
  }, 240_000);

  it('fits where it is narrow', async () => {
    const states = await everyState(session());
    // In a tab, which can be of any size.
    const panel = await openPanelTab(session());
    for (const language of ['en', 'ar']) {
      await look(panel, language, 'light');
      for (const [name, state] of Object.entries(states)) {
        await panel.show(state);
        await openAll(panel);
        // The second is a panel of 400 px that is zoomed to 200 %.
        for (const width of [320, 200]) {
          expect(await panel.widthIn(width), `${name} ${language}`).toBeLessThanOrEqual(width);
          expect(await panel.evaluate(CUT_MENUS), `${name} ${language}`).toBe(0);
        }
      }
    }
    await panel.evaluate(`${STORAGE}.clear()`);
    await panel.close();
  }, 240_000);

  it('is said in words of its own', async () => {
    const { panel, tab } = await openPanelBeside(session());
    const page = { kind: 'home', title: 'T', lang: 'en', publishedAt: null, site: null, url: null } as const;
    const notices = new Set<string | null>();
    const kinds = PAGE_KINDS.filter((kind) => kind !== 'article');
    for (const kind of kinds) {
      await panel.show({ ...reading, status: 'read', page: { ...page, kind }, findings: null });
      notices.add((await snapshotOf(panel)).notice);
      await panel.show({ ...reading, status: 'reading' });
    }
    expect(notices.size).toBe(kinds.length);
    for (const words of notices) expect(words).toContain('Not an article');
    notices.clear();
    // A refused question is a fault of ours, as an internal one is, and says the same.
    const codes = FAILURE_CODES.filter((code) => code !== 'refused');
    for (const code of codes) {
      await panel.show(failedWith(code));
      notices.add((await snapshotOf(panel)).notice);
      await panel.show({ ...reading, status: 'reading' });
    }
    expect(notices.size).toBe(codes.length);
    await panel.close();
    await tab.close();
  });

  it('folds what is related', async () => {
    const { found } = await everyState(session());
    const { panel, tab } = await openPanelBeside(session());
    await panel.show(found);
    const titles = `Array.from(document.querySelectorAll('#related .moment-title'), (one) => one.checkVisibility())`;
    await comesTo(panel, `new Set(${titles}).has(true)`, false);
    await panel.click('#related summary');
    await comesTo(panel, `new Set(${titles}).has(false)`, false);
    await panel.close();
    await tab.close();
  });

  it('says of a known event without stored reports that it is known, and never that no one reports it', async () => {
    const { known } = await everyState(session());
    const { panel, tab } = await openPanelBeside(session());
    await panel.show(known);
    const { text, links } = await snapshotOf(panel);
    expect(text).toContain('Known event, no reports stored');
    expect(text).toContain('That says nothing about who reports it');
    expect(text).not.toMatch(/no one|nobody/i);
    expect(links).toEqual([]);
    await panel.close();
    await tab.close();
  });

  it('gives a headline its own language and direction, and says how long before or after the article it came', async () => {
    const { live } = await everyState(session());
    const page = { ...live.page, publishedAt: '2025-06-23T12:00:00Z' };
    const { panel, tab } = await openPanelBeside(session());
    await panel.show({ ...live, page });
    const headlines = `Array.from(document.querySelectorAll('.story .headline'), ({ lang, dir, textContent, parentElement }) =>
      [lang, dir, textContent, parentElement.closest('.report').querySelector('.apart').textContent].join(' | '))`;
    await comesTo(panel, `${headlines}.sort()`, [
      'bn | ltr | মস্কোয় পুতিনের সঙ্গে আরাগচির বৈঠক, খামেনির চিঠি হস্তান্তর | 3 days later',
      'en | ltr | Araghchi meets Putin in Moscow with a letter from Khamenei | 2 hours later',
      'ur | rtl | عراقچی کی ماسکو میں پوتن سے ملاقات، خامنہ ای کا خط پیش | 16 hours before',
    ]);
    expect((await snapshotOf(panel)).text).toContain('headline only · Only the headline was compared.');
    await panel.close();
    await tab.close();
  });
});
