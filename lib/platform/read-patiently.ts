import { askToReadTab, askToResume } from './messages';
import type { Result } from './result';
import type { TabState } from './schemas';
import { getTabState } from './tab-state';

/** A reading that has not answered by then is asked after. */
export const PATIENCE_MS = 3000;

/**
 * Has the background read a tab. The browser may end the background at any time, and with it an answer or even the
 * question; so the tab's state is looked at meanwhile, and what has got lost is asked for again.
 */
export async function readPatiently(tabId: number): Promise<Result<TabState>> {
  // Looked at before the background gets the question, and nobody waits for it.
  const before = getTabState(tabId).then(readIdOf);
  let answer = askToReadTab(tabId);
  for (;;) {
    const reply = await Promise.race([answer, sleep(PATIENCE_MS)]);
    if (reply !== undefined) return reply;
    const state = await getTabState(tabId);
    if (state?.status === 'reading') void askToResume(tabId);
    else if (state !== null && state.status !== 'left' && state.readId !== (await before))
      return { ok: true, value: state };
    else answer = askToReadTab(tabId);
  }
}

function readIdOf(state: TabState | null): string | null {
  return state === null || state.status === 'left' ? null : state.readId;
}

function sleep(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
