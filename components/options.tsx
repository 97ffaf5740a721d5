import type { IndexFacts } from '../lib/match/types';
import { type Failure, FailureNotice } from './notice';
import { ReaderLanguages } from './reader-languages';
import { useUi } from './ui';

interface OptionsProps {
  /** Languages the reader reads, most wanted first. */
  readonly languages: readonly string[];
  /** Languages that may be added. */
  readonly choices: readonly string[];
  /** What the index covers; null while it is being read. */
  readonly facts: IndexFacts | Failure | null;
  readonly onLanguages: (languages: readonly string[]) => void;
}

/** The options page: languages, what the index covers, what leaves the machine. */
export function Options({ languages, choices, facts, onLanguages }: OptionsProps) {
  const ui = useUi();
  return (
    <main class="options">
      <h1 class="brand brand-large">
        <img src="/icon/mark.svg" alt="" width="32" height="32" />
        {ui.text('optionsTitle')}
      </h1>
      <section class="sheet">
        <h2>{ui.text('languagesTitle')}</h2>
        <p class="quiet">{ui.text('languagesHelp')}</p>
        <ReaderLanguages languages={languages} choices={choices} onChange={onLanguages} />
      </section>
      <section class="sheet">
        <h2>{ui.text('indexTitle')}</h2>
        <Facts facts={facts} />
        <p>
          <a href="/licences.txt" target="_blank" rel="noreferrer noopener">
            {ui.text('licences')}
          </a>
        </p>
      </section>
      <section class="sheet">
        <h2>{ui.text('privacyTitle')}</h2>
        <p>{ui.text('privacyNothing')}</p>
        <p class="quiet">{ui.text('privacyHow')}</p>
      </section>
    </main>
  );
}

function Facts({ facts }: Pick<OptionsProps, 'facts'>) {
  const ui = useUi();
  if (facts === null) return <p class="quiet">{ui.text('loadingFacts')}</p>;
  if ('code' in facts) return <FailureNotice failure={facts} />;
  const rows: [string, string][] = [
    [ui.text('factStories'), ui.number(facts.stories)],
    [ui.text('factReports'), ui.number(facts.reports)],
    [ui.text('factLanguages'), ui.number(facts.languages.length)],
    [
      ui.text('factDays'),
      facts.from === null || facts.to === null ? '–' : `${ui.date(facts.from)} – ${ui.date(facts.to)}`,
    ],
    [ui.text('factSize'), ui.bytes(facts.bytes)],
  ];
  return (
    <dl class="index-facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
