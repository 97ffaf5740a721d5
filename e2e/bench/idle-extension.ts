import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POPUP_SCRIPT = `
const api = globalThis.browser ?? globalThis.chrome;
let windowId;
api.windows.getCurrent().then(({ id }) => { windowId = id; });
document.querySelector('#open-panel').addEventListener('click', () => {
  void (api.sidebarAction ? api.sidebarAction.open() : api.sidePanel.open({ windowId })).then(() => window.close());
});
`;

/**
 * An extension that does nothing, so that what browsers do for any extension is on both sides. Its popup is a button
 * that opens its panel, which is a word. It goes with the process.
 */
export function idleExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-idle-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const manifest = {
    manifest_version: 3,
    name: 'Idle',
    version: '1',
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    permissions: ['sidePanel'],
    action: { default_popup: 'popup.html' },
    side_panel: { default_path: 'sidepanel.html' },
    sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
    browser_specific_settings: { gecko: { id: 'sidelight@sidelight.example' } },
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': '',
    'popup.html':
      '<!doctype html><title>Idle</title><button id="open-panel">Open</button><script src="popup.js"></script>',
    'popup.js': POPUP_SCRIPT,
    'sidepanel.html': '<!doctype html><title>Idle</title><p>Panel</p>',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
