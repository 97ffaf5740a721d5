import type { Aligned } from '../lib/match/types';
import { pairsFor } from './coverage';
import { KIND_NAMES } from './kind-names';
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
    </details>
  );
}
