import { directionOf } from '../lib/languages/direction';
import { titleIn } from '../lib/languages/first-in';
import type { StoryMatch } from '../lib/match/types';
import { LazyFold } from './lazy-fold';
import { ReportList } from './report-list';
import { Day } from './text';
import { useUi } from './ui';

interface TimelineProps {
  readonly stories: readonly StoryMatch[];
  readonly readerLangs: readonly string[];
}

/** Stories by date with their reports folded: the background of an event, latest first as the engine gives it. */
export function Timeline({ stories, readerLangs }: TimelineProps) {
  const ui = useUi();
  return (
    <ol class="timeline">
      {stories.map((story) => {
        const title = titleIn(story.titles, readerLangs);
        return (
          <li class="moment" key={story.id} data-story={story.id}>
            <p class="moment-date">
              <Day iso={story.date} />
            </p>
            {title !== null && (
              <h3 class="moment-title" lang={title.lang} dir={directionOf(title.lang)}>
                {title.text}
              </h3>
            )}
            {story.coverage.length > 0 && (
              <LazyFold summary={ui.count('reports', story.coverage.length)}>
                {() => <ReportList reports={story.coverage} showLanguage />}
              </LazyFold>
            )}
          </li>
        );
      })}
    </ol>
  );
}
