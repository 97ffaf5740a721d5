import { directionOf } from '../lib/languages/direction';
import type { StoryMatch } from '../lib/match/types';
import { groupCoverage, type LanguageGroup } from './coverage';
import { ReportList } from './report-list';
import { LanguageName } from './text';
import { type MessageKey, type Ui, useUi } from './ui';
import { Why } from './why';

/** A probability in words, with the number behind it. */
export function confidenceIn(ui: Ui, score: number): string {
  const key: MessageKey = score >= 0.9 ? 'confidenceHigh' : score >= 0.75 ? 'confidenceMedium' : 'confidenceLow';
  return ui.text(key, ui.percent(score));
}

interface GroupProps {
  readonly group: LanguageGroup;
  readonly story: StoryMatch;
  readonly whyOpen: boolean;
  /** The heading's place in the outline of the panel. */
  readonly heading?: 'h3' | 'h4';
}

function Group({ group, story, whyOpen, heading: Heading = 'h3' }: GroupProps) {
  const ui = useUi();
  return (
    <section class="group" data-lang={group.lang}>
      <Heading class="group-head">
        <LanguageName tag={group.lang} withOwn />
        <span class="badge" title={ui.count('reports', group.reports.length)}>
          {ui.number(group.reports.length)}
        </span>
      </Heading>
      {group.title !== null && (
        <p class="story-title" lang={group.title.lang} dir={directionOf(group.title.lang)}>
          {group.title.text}
        </p>
      )}
      <ReportList reports={group.reports} />
      <Why why={story.why} lang={group.lang} open={whyOpen} />
    </section>
  );
}

interface StoryCoverageProps {
  readonly story: StoryMatch;
  readonly articleLang: string;
  readonly readerLangs: readonly string[];
}

/** One story that the article reports: who else reports it, by language, the article's own language apart at the end. */
export function StoryCoverage({ story, articleLang, readerLangs }: StoryCoverageProps) {
  const ui = useUi();
  const { others, same } = groupCoverage(story, articleLang, readerLangs);
  return (
    <article class="story" data-story={story.id}>
      <p class="confidence">{confidenceIn(ui, story.score)}</p>
      {others.length === 0 && <p class="quiet">{ui.text('noOtherLanguages')}</p>}
      {others.map((group, at) => (
        <Group key={group.lang} group={group} story={story} whyOpen={at === 0} />
      ))}
      {same !== null && (
        <div class="same-language">
          <h3 class="sub-head">{ui.text('sameLanguage')}</h3>
          <Group group={same} story={story} whyOpen={false} heading="h4" />
        </div>
      )}
    </article>
  );
}
