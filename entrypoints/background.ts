import { defineBackground } from 'wxt/utils/define-background';
import { readOpenPagesOf, readWhereOn } from '../lib/platform/always-on';
import { loadEngine } from '../lib/platform/engine-loader';
import { answerRequests } from '../lib/platform/messages';
import { followTabs } from '../lib/platform/open-tabs';
import { readTab, resumeReading } from '../lib/platform/read-tab';
import { keepSitesInStep } from '../lib/platform/sites';
import { traceTab } from '../lib/platform/trace-tab';
import { welcomeOnInstall } from '../lib/platform/welcome';

export default defineBackground(() => {
  answerRequests({
    'read-tab': ({ tabId }) => readTab(tabId, loadEngine),
    'resume-reading': ({ tabId }) => resumeReading(tabId, loadEngine).then(() => null),
    'trace-tab': ({ tabId }) => traceTab(tabId),
    'index-facts': async () => (await loadEngine()).facts(),
  });
  followTabs((tabId, url) => readWhereOn(tabId, url, loadEngine));
  keepSitesInStep((host) => readOpenPagesOf(host, loadEngine));
  welcomeOnInstall();
});
