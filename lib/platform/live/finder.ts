import { inSlices } from '../../article/in-slices';
import type { FoundStory, Report } from '../../match/types';
import { loadEngine } from '../engine-loader';
import { listSaved } from '../library';
import type { CoverageFinder } from '../read-tab';
import { loadLiveCoverage } from './live-index';

/** What finds coverage in the bundled index, in what the reader follows and in what they have saved. */
export async function loadFinder(): Promise<CoverageFinder> {
  const engine = await loadEngine();
  return {
    async findCoverage(article) {
      // What cannot be read is no reason to show nothing.
      const live = await loadLiveCoverage().catch(() => ({ indexes: [], facts: null }));
      const findings = await inSlices(engine.findCoverageSteps(article, live.indexes));
      const sameEvent = await withSaved(findings.sameEvent).catch(() => findings.sameEvent);
      return { ...findings, sameEvent, ...(live.facts === null ? {} : { live: live.facts }) };
    },
  };
}

/** Adds the reports that a story had when it was saved, and that nothing else knows any more: live ones are forgotten. */
async function withSaved(stories: readonly FoundStory[]): Promise<readonly FoundStory[]> {
  if (stories.length === 0) return stories;
  const saved = new Map((await listSaved()).map(({ id, story }) => [id, story]));
  return stories.map((story) => {
    const known = new Set(story.coverage.map(({ url }) => url));
    const more = (saved.get(story.id)?.coverage ?? []).filter(({ url }) => !known.has(url));
    return {
      ...story,
      coverage: [...story.coverage, ...more.map((report): Report => ({ ...report, origin: 'saved' }))],
    };
  });
}
