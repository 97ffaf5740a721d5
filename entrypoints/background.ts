import { defineBackground } from 'wxt/utils/define-background';
import { loadEngine } from '../lib/platform/engine-loader';
import { answerRequests } from '../lib/platform/messages';
import { readTab } from '../lib/platform/read-tab';
import { forgetTabsThatMove } from '../lib/platform/tab-state';
import { welcomeOnInstall } from '../lib/platform/welcome';

export default defineBackground(() => {
  answerRequests({
    'read-tab': ({ tabId }) => readTab(tabId, loadEngine),
    'index-facts': async () => (await loadEngine()).facts(),
  });
  forgetTabsThatMove();
  welcomeOnInstall();
});
