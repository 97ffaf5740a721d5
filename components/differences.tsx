import { firstIn } from '../lib/languages/first-in';
import type { Difference, Differences as Found } from '../lib/match/types';
import { KIND_NAMES } from './kind-names';
import { useReader } from './reader';
import { Foreign } from './text';
import { type MessageKey, useUi } from './ui';

/** As many as the eye takes in. */
const SHOWN = 8;

interface DifferencesProps {
  readonly differences: Found;
  /** What an article is compared with: all that the index knows of an event, or one report. */
  readonly of?: 'event' | 'report';
}

/** What the other side tells and an article does not, and the reverse, in words. */
export function Differences({ differences, of = 'event' }: DifferencesProps) {
  const { onlyThere, onlyHere } = differences;
  return of === 'event' ? (
    <>
      <Side title="onlyThere" side={onlyThere} heading="h3" />
      <Side title="onlyHere" side={onlyHere} heading="h3" />
    </>
  ) : (
    <>
      <Side title="onlyInReport" side={onlyThere} heading="p" />
      <Side title="onlyInArticle" side={onlyHere} heading="p" />
    </>
  );
}

interface SideProps {
  readonly title: MessageKey;
  readonly side: readonly Difference[];
  /** Within a report there are no headings: a list of reports is gone through by its reports. */
  readonly heading: 'h3' | 'p';
}

function Side({ title, side, heading: Heading }: SideProps) {
  const ui = useUi();
  const { languages } = useReader();
  if (side.length === 0) return null;
  return (
    <section class="differences" data-side={title}>
      <Heading class="sub-head">{ui.text(title)}</Heading>
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
