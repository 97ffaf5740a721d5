import { useState } from 'preact/hooks';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { baseLanguage } from '../../lib/languages/base-language';
import { directionOf } from '../../lib/languages/direction';
import { Choice } from '../choice';
import { useUi } from '../ui';

/** A feed that is offered. */
export interface OfferedFeed extends FeedChoice {
  /** The name in English, for readers of other scripts; null where it is the same. */
  readonly english: string | null;
  readonly lang: string;
  /** Where the outlet is, ISO 3166-1. */
  readonly country: string;
  /** The day on which it was last seen to work; null where nobody has looked. */
  readonly checked: string | null;
}

interface FeedChooserProps {
  readonly catalogue: readonly OfferedFeed[];
  /** Addresses that are followed already. */
  readonly followed: ReadonlySet<string>;
  /** Languages that the reader reads: the first of them that has feeds is shown at first. */
  readonly languages: readonly string[];
  readonly chosen: readonly FeedChoice[];
  /** Changes what is chosen as it is by then. */
  readonly onChosen: (change: (chosen: readonly FeedChoice[]) => readonly FeedChoice[]) => void;
}

/** Outlets of one language at a time, to be chosen from. */
export function FeedChooser({ catalogue, followed, languages, chosen, onChosen }: FeedChooserProps) {
  const ui = useUi();
  const offered = [...new Set(catalogue.map(({ lang }) => baseLanguage(lang)))];
  const own = languages.filter((lang) => offered.includes(lang));
  const others = offered
    .filter((lang) => !own.includes(lang))
    .sort((a, b) => ui.languageName(a).localeCompare(ui.languageName(b), ui.locale));
  const [picked, setPicked] = useState<string | null>(null);
  const lang = picked ?? own[0] ?? others[0];
  if (lang === undefined) return null;
  const toggle = (feed: OfferedFeed, on: boolean): void => {
    const { address, name } = feed;
    onChosen((before) => {
      const rest = before.filter((other) => other.address !== address);
      return on ? [...rest, { address, name, lang: feed.lang }] : rest;
    });
  };
  return (
    <>
      <Choice
        id="feed-language"
        label={ui.text('language')}
        value={lang}
        options={[...own, ...others].map((value) => ({ value, text: ui.languageName(value) }))}
        onChoose={setPicked}
      />
      <ul class="feed-choices" data-lang={lang}>
        {catalogue
          .filter((feed) => baseLanguage(feed.lang) === lang)
          .map((feed, at) => (
            <li key={feed.address} class="check">
              <input
                type="checkbox"
                id={`feed-${at}`}
                data-address={feed.address}
                disabled={followed.has(feed.address)}
                checked={followed.has(feed.address) || chosen.some(({ address }) => address === feed.address)}
                onChange={(event) => toggle(feed, event.currentTarget.checked)}
              />
              <label for={`feed-${at}`}>
                <bdi lang={feed.lang} dir={directionOf(feed.lang)}>
                  {feed.name}
                </bdi>
                <span class="report-facts">
                  {feed.english !== null && <bdi>{feed.english}</bdi>}
                  <span>{countryName(feed.country, ui.locale)}</span>
                  <bdi class="host" dir="ltr">
                    {new URL(feed.address).host}
                  </bdi>
                  {feed.checked === null && <span>{ui.text('feedUnverified')}</span>}
                </span>
              </label>
            </li>
          ))}
      </ul>
    </>
  );
}

function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
