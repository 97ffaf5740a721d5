import * as v from 'valibot';
import { type TabState, tabStateSchema } from '../../lib/platform/schemas';
import { comesTo } from './options-page';
import { openPanelOn, type Session } from './session';
import { snapshotOf, type Tab, type TabView, until, type View } from './view';

const API = '(globalThis.browser ?? globalThis.chrome)';

/** A view of the panel that shows what a test says of its tab. */
export interface GivenPanel extends View {
  /** Has the panel show this of its tab, as the background would have it do. */
  show(state: TabState): Promise<void>;
}

/** The panel's page in a tab of its own: there keys and sizes reach it in both browsers. */
export interface PanelTab extends TabView, GivenPanel {
  /** How wide the panel's content is in a panel of so many pixels. */
  widthIn(pixels: number): Promise<number>;
}

/** Opens the panel's page in a tab in front, and has it show this of its tab. */
export async function openPanelTab({ harness }: Session, state?: TabState): Promise<PanelTab> {
  const view = await harness.openExtensionTab('sidepanel.html');
  await until('the panel', () => view.evaluate(`document.querySelector('[data-state]') !== null`), Boolean);
  const panel: PanelTab = {
    ...view,
    show: (state) => give(view, `${API}.tabs.getCurrent()`, state),
    async widthIn(pixels) {
      await view.resize(pixels);
      await comesTo(view, 'document.defaultView.innerWidth', pixels);
      return Number(await view.evaluate('document.documentElement.scrollWidth'));
    },
  };
  if (state !== undefined) await panel.show(state);
  return panel;
}

/** Opens the real panel beside a page that has been read, by the real popup. */
export async function openPanelBeside(session: Session): Promise<{ readonly panel: GivenPanel; readonly tab: Tab }> {
  const { panel, tab } = await openPanelOn(session, '/sample-hi.html');
  const front = `${API}.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab)`;
  return { tab, panel: { ...panel, show: (state) => give(panel, front, state) } };
}

/** Keeps a state of a tab where the background keeps it, and waits until a view shows it. */
async function give(view: View, tab: string, state: TabState): Promise<void> {
  await view.evaluateInside(`(async () => {
    const { id } = await ${tab};
    await ${API}.storage.session.set({ ['tab:' + id]: ${JSON.stringify(state)} });
  })()`);
  const wanted = state.status === 'left' ? 'unread' : state.status;
  const title = state.status === 'read' && state.findings !== null ? state.page.title : undefined;
  await until(
    `a page that is ${wanted}`,
    () => snapshotOf(view),
    (shown) => shown.state === wanted && shown.title?.text === title,
  );
}

/** The state of a tab that has been read; in a copy that a test may change. */
export type ReadState = Extract<TabState, { readonly status: 'read' }>;

/** Checks that a state is one of a tab that has been read. */
export function asReadState(value: unknown): ReadState {
  const state = v.parse(tabStateSchema, value);
  if (state.status !== 'read') throw new Error(`The page was not read: ${state.status}`);
  return state;
}

/** What was read in each session: it is read once. */
const known = new WeakMap<Session, Map<string, Promise<ReadState>>>();

/** What the background knows of a page of the server, once the toolbar button has read it. */
export function stateOf(session: Session, path: string): Promise<ReadState> {
  const states = known.get(session) ?? new Map<string, Promise<ReadState>>();
  known.set(session, states);
  const state = states.get(path) ?? readState(session, path);
  states.set(path, state);
  return state;
}

async function readState({ harness, read }: Session, path: string): Promise<ReadState> {
  const { popup, tab } = await read(path);
  await popup.close();
  const own = await harness.openExtensionTab('saved.html');
  const kept = await own.evaluate(`${API}.storage.session.get().then((all) =>
    JSON.stringify(Object.entries(all).flatMap(([key, state]) => key.startsWith('tab:') ? [state] : []).at(-1)))`);
  await own.close();
  await tab.close();
  return asReadState(JSON.parse(String(kept)));
}
