import { defineBackground } from 'wxt/utils/define-background';
import { readOpenPagesOf, readWhereOn } from '../lib/platform/always-on';
import { loadEngine } from '../lib/platform/engine-loader';
import { keepLiveCoverage, readNew } from '../lib/platform/live/alarm';
import { loadFinder } from '../lib/platform/live/finder';
import { findPageFeeds } from '../lib/platform/live/page-feeds';
import { readFeeds } from '../lib/platform/live/round';
import { answerRequests } from '../lib/platform/messages';
import { followTabs } from '../lib/platform/open-tabs';
import { readTab, resumeReading } from '../lib/platform/read-tab';
import { keepSitesInStep } from '../lib/platform/sites';
import { traceTab } from '../lib/platform/trace-tab';
import { welcomeOnInstall } from '../lib/platform/welcome';

export default defineBackground(() => {
  answerRequests({
    'read-tab': ({ tabId }) => readTab(tabId, loadFinder),
    'resume-reading': ({ tabId }) => resumeReading(tabId, loadFinder).then(() => null),
    'trace-tab': ({ tabId }) => traceTab(tabId),
    'index-facts': async () => (await loadEngine()).facts(),
    'page-feeds': ({ tabId }) => findPageFeeds(tabId),
    'read-feeds': ({ which }) =>
      (which === 'new' ? readNew(loadEngine) : readFeeds('all', loadEngine)).then(() => null),
  });
  followTabs((tabId, url) => readWhereOn(tabId, url, loadFinder));
  keepSitesInStep((host) => readOpenPagesOf(host, loadFinder));
  keepLiveCoverage(loadEngine);
  welcomeOnInstall();
});
