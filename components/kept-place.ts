import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Report } from '../lib/match/types';
import type { LanguageGroup } from './coverage';
import { hasLostFocus } from './lost-focus';
import { useReader } from './reader';

interface Place {
  readonly lang: string;
  readonly report: Report;
  /** Its place among the reports of its language that are not of its outlet. */
  readonly at: number;
}

interface KeptPlace {
  /** The story's element. */
  readonly whole: RefObject<HTMLElement | null>;
  /** Remembers a report whose outlet is about to be hidden or moved. */
  readonly keep: (report: Report) => void;
  /** Puts the keyboard on the menu of the report at an address; on the story's title where it is folded away. */
  readonly goTo: (url: string | undefined) => void;
}

/**
 * Keeps the keyboard near a report whose outlet is hidden or moved: at its menu where it is still there, else at the next
 * report of the language, at the language's heading, at the story's title.
 */
export function useKeptPlace(groups: readonly LanguageGroup[]): KeptPlace {
  const { hiddenOutlets, preferredOutlets } = useReader();
  const whole = useRef<HTMLElement | null>(null);
  const place = useRef<Place | null>(null);
  const keep = (report: Report): void => {
    const group = groups.find(({ reports }) => reports.includes(report));
    if (group === undefined) return;
    const before = group.reports.slice(0, group.reports.indexOf(report));
    const at = before.filter(({ outlet }) => outlet !== report.outlet).length;
    place.current = { lang: group.lang, report, at };
  };
  useLayoutEffect(() => {
    if (place.current === null || whole.current === null) return;
    const { lang, report, at } = place.current;
    place.current = null;
    const story = whole.current;
    const page = story.ownerDocument;
    const find = (selector: string): HTMLElement | null => story.querySelector(selector);
    if (!hasLostFocus(page)) return;
    const sections = story.querySelectorAll<HTMLElement>('.group');
    const section = [...sections].find(({ dataset }) => dataset.lang === lang);
    const items = section?.querySelectorAll('.report') ?? [];
    const stays = groups.find((group) => group.lang === lang)?.reports.findIndex(({ url }) => url === report.url) ?? -1;
    const menu = items[stays]?.querySelector('summary');
    const links = [items[at], items[at - 1]].map((item) => item?.querySelector('a'));
    // A heading, not the whole story: a click beside a menu's text would give that the focus, and close the menu.
    const headings = [section?.querySelector<HTMLElement>('.group-head'), find('.event-title'), find('summary')];
    for (const target of [menu, ...links, ...headings]) {
      target?.focus();
      // What is folded away takes no focus.
      if (!hasLostFocus(page)) return;
    }
  }, [hiddenOutlets, preferredOutlets]);
  const goTo = (url: string | undefined): void => {
    const reports = whole.current?.querySelectorAll<HTMLElement>('.report') ?? [];
    const menu = [...reports].find(({ dataset }) => dataset.url === url)?.querySelector('summary');
    menu?.focus();
    if (menu?.ownerDocument.activeElement !== menu)
      whole.current?.querySelector<HTMLElement>('.event-title, summary')?.focus();
  };
  return { whole, keep, goTo };
}
