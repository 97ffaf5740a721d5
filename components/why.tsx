import type { Aligned, ReportEvidence } from '../lib/match/types';
import { pairsFor, type WhyPair } from './coverage';
import { Differences } from './differences';
import { KIND_NAMES } from './kind-names';
import { LazyFold } from './lazy-fold';
import { Foreign } from './text';
import { useUi } from './ui';

/** As many pairs as still explain; a longer list is read by nobody. */
const PAIRS = 8;

interface WhyProps {
  readonly why: readonly Aligned[];
  /** The language of the reports beside it. */
  readonly lang: string;
}

/** Why it matched, behind a fold: the words of both sides that name the same thing. */
export function Why({ why, lang }: WhyProps) {
  const ui = useUi();
  const pairs = pairsFor(why, lang, PAIRS);
  if (pairs.length === 0) return null;
  return (
    <details class="why">
      <summary>{ui.text('whyMatched')}</summary>
      <Pairs pairs={pairs} />
    </details>
  );
}

/** Words of an article beside those of the other side. */
function Pairs({ pairs }: { readonly pairs: readonly WhyPair[] }) {
  const ui = useUi();
  return (
    <ul class="pairs">
      {pairs.map(({ kind, here, there }) => (
        <li class="pair" key={`${kind} ${here.text} ${there.text}`}>
          <span class="pair-words">
            <Foreign form={here} />
            <span class="arrow" aria-hidden="true">
              ↔
            </span>
            <Foreign form={there} />
          </span>
          <span class="pair-kind">{ui.text(KIND_NAMES[kind])}</span>
        </li>
      ))}
    </ul>
  );
}

interface ReportWhyProps {
  readonly evidence: ReportEvidence;
  /** The language of the report. */
  readonly lang: string;
}

/** Why a single report matched, and what only it or only the article tells: made when it is opened. */
export function ReportWhy({ evidence: { why, differences }, lang }: ReportWhyProps) {
  const ui = useUi();
  const pairs = pairsFor(why, lang, PAIRS);
  const parts = pairs.length + differences.onlyThere.length + differences.onlyHere.length;
  if (parts === 0) return null;
  return (
    <LazyFold class="why" summary={ui.text('reportWhy')}>
      {() => (
        <>
          {pairs.length > 0 && <Pairs pairs={pairs} />}
          <Differences differences={differences} of="report" />
        </>
      )}
    </LazyFold>
  );
}
