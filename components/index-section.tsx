import type { IndexFacts } from '../lib/match/types';
import { type Failure, FailureNotice } from './notice';
import { Sheet } from './sheet';
import { useUi } from './ui';

interface IndexSectionProps {
  /** What the index covers; null while it is being read. */
  readonly facts: IndexFacts | Failure | null;
}

/** What is inside: the size and reach of the bundled index, and the licences of its data. */
export function IndexSection({ facts }: IndexSectionProps) {
  const ui = useUi();
  return (
    <Sheet id="index" title="indexTitle">
      <Facts facts={facts} />
      <p>
        <a href="/licences.txt" target="_blank" rel="noreferrer noopener">
          {ui.text('licences')}
        </a>
      </p>
    </Sheet>
  );
}

function Facts({ facts }: IndexSectionProps) {
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
