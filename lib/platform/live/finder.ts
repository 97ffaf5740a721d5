import { loadEngine } from '../engine-loader';
import type { CoverageFinder } from '../read-tab';
import { loadLiveCoverage } from './live-index';

/** What finds coverage in the bundled index and in what the reader follows. */
export async function loadFinder(): Promise<CoverageFinder> {
  const engine = await loadEngine();
  return {
    async findCoverage(article) {
      // A live index that cannot be read is no reason to show nothing.
      const live = await loadLiveCoverage().catch(() => ({ indexes: [], facts: null }));
      const findings = engine.findCoverage(article, live.indexes);
      return live.facts === null ? findings : { ...findings, live: live.facts };
    },
  };
}
