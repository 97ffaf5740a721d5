import { useId } from 'preact/hooks';
import { isSameLanguage } from '../lib/languages/base-language';
import type { StoryMatch } from '../lib/match/types';
import { groupCoverage } from './coverage';
import { type CoverageRow, coverageDays } from './coverage-days';
import { useReader } from './reader';
import { Day, LanguageName } from './text';
import { useUi } from './ui';

interface CoveringTableProps {
  readonly story: StoryMatch;
  /** The same with what the reader hides: what is hidden is not what is missing. */
  readonly unfiltered: StoryMatch;
  readonly articleLang: string;
}

/** With more columns the days stand on end. */
const MOST_UPRIGHT = 5;
/** Not all of more columns are in sight in a narrow panel. */
const MOST_AT_ONCE = 8;

/** Who covers an event, and when: a table that is drawn as a timeline, one row a language. */
export function CoveringTable({ story, unfiltered, articleLang }: CoveringTableProps) {
  const ui = useUi();
  const heading = useId();
  const { languages } = useReader();
  const { others, same } = groupCoverage(story, articleLang, languages);
  const groups = same === null ? others : [...others, same];
  const { days, rows, undated } = coverageDays(
    story.coverage,
    groups.map(({ lang }) => lang),
  );
  const { first } = coverageDays(unfiltered.coverage, []);
  const silent = languages.filter((lang) => !unfiltered.coverage.some((report) => isSameLanguage(report.lang, lang)));
  const table = (
    <table class="covering-table" aria-labelledby={heading} data-crowded={days.length > MOST_UPRIGHT}>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{ui.text('language')}</span>
          </th>
          {days.map((day) => (
            <th scope="col" key={day}>
              <time dateTime={day}>{ui.shortDate(day)}</time>
            </th>
          ))}
          {undated && <th scope="col">{ui.text('undated')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.lang} row={row} days={days} first={first} undated={undated} />
        ))}
      </tbody>
    </table>
  );
  return (
    <section class="covering">
      <h3 class="sub-head" id={heading}>
        {ui.text('whoCovers')}
      </h3>
      {days.length > MOST_AT_ONCE ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved through sideways has to be reached by keys
        <section class="covering-days" aria-labelledby={heading} tabIndex={0}>
          {table}
        </section>
      ) : (
        table
      )}
      {first !== null && (
        <p class="quiet">
          <span class="dot dot-first" aria-hidden="true" /> {ui.text('firstReport')}: <Day iso={first} />
        </p>
      )}
      {silent.length > 0 && <p class="quiet">{ui.text('noneInIndex', ui.list(silent.map(ui.languageName)))}</p>}
    </section>
  );
}

interface RowProps {
  readonly row: CoverageRow;
  readonly days: readonly string[];
  readonly first: string | null;
  readonly undated: boolean;
}

function Row({ row, days, first, undated }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <LanguageName tag={row.lang} />
      </th>
      {days.map((day, at) => (
        <Cell key={day} count={row.counts[at] ?? 0} isFirst={day === first} />
      ))}
      {undated && <Cell count={row.undated} isFirst={false} />}
    </tr>
  );
}

/** More dots are not counted by the eye. */
const MOST_DOTS = 3;

function Cell({ count, isFirst }: { readonly count: number; readonly isFirst: boolean }) {
  const ui = useUi();
  if (count === 0) return <td />;
  return (
    <td>
      <span class="visually-hidden">{ui.number(count)}</span>
      <span class="dots" aria-hidden="true">
        {count <= MOST_DOTS ? (
          Array.from({ length: count }, (_, at) => <span key={at} class={isFirst ? 'dot dot-first' : 'dot'} />)
        ) : (
          <span class={isFirst ? 'dot dot-many dot-first' : 'dot dot-many'}>{ui.number(count)}</span>
        )}
      </span>
    </td>
  );
}
