import { firstIn } from '../lib/languages/first-in';
import type { Difference, Differences as Found } from '../lib/match/types';
import { KIND_NAMES } from './kind-names';
import { useReader } from './reader';
import { Foreign } from './text';
import { type MessageKey, useUi } from './ui';

/** As many as the eye takes in. */
const SHOWN = 8;

/** What belongs to an event and an article does not tell, and the reverse, in words. */
export function Differences({ differences }: { readonly differences: Found }) {
  const { onlyThere, onlyHere } = differences;
  return (
    <>
      <Side title="onlyThere" side={onlyThere} />
      <Side title="onlyHere" side={onlyHere} />
    </>
  );
}

function Side({ title, side }: { readonly title: MessageKey; readonly side: readonly Difference[] }) {
  const ui = useUi();
  const { languages } = useReader();
  if (side.length === 0) return null;
  return (
    <section class="differences" data-side={title}>
      <h3 class="sub-head">{ui.text(title)}</h3>
      <ul class="pairs">
        {side.slice(0, SHOWN).map((difference) => {
          const form = formIn(difference, languages);
          return (
            <li class="pair" key={`${difference.kind} ${form.text}`}>
              <Foreign form={form} /> <span class="pair-kind">{ui.text(KIND_NAMES[difference.kind])}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How the first of the reader's languages that has a word for it calls it, else English, else whichever. */
function formIn({ forms }: Difference, languages: readonly string[]) {
  return firstIn(forms, languages) ?? { lang: 'und', text: '' };
}
