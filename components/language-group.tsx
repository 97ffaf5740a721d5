import { directionOf } from '../lib/languages/direction';
import type { StoryMatch } from '../lib/match/types';
import type { LanguageGroup } from './coverage';
import { ReportList, type ReportTools } from './report-list';
import { LanguageName } from './text';
import { Translated } from './translated';
import { useUi } from './ui';
import { Why } from './why';

interface GroupProps {
  readonly group: LanguageGroup;
  readonly story: StoryMatch;
  readonly tools: ReportTools;
  /** Language of the title that stands above all groups: it is not repeated. */
  readonly titleShown: string | null;
}

/** The reports of one language under the story's title in it, and why they matched. */
export function Group({ group, story, tools, titleShown }: GroupProps) {
  const ui = useUi();
  const { lang, title, reports } = group;
  return (
    <section class="group" data-lang={lang}>
      <h4 class="group-head" tabIndex={-1}>
        <LanguageName tag={lang} withOwn />
        <span class="badge" title={ui.count('reports', reports.length)}>
          {ui.number(reports.length)}
        </span>
      </h4>
      {title !== null && title.lang !== titleShown && !reports.some(({ headline }) => headline === title.text) && (
        <>
          <p class="story-title" lang={title.lang} dir={directionOf(title.lang)}>
            {title.text}
          </p>
          <Translated form={title} />
        </>
      )}
      <ReportList reports={reports} tools={tools} />
      {reports.some(({ evidence }) => evidence === undefined) && <Why why={story.why} lang={lang} />}
    </section>
  );
}
