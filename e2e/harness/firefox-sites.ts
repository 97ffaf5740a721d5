import type { Bidi } from './bidi';
import { type SitePermissions, until } from './view';

const PROMPT = `document.querySelector('#notification-popup popupnotification#addon-webext-permissions-notification')`;

/** The real prompt, answered by its own buttons. */
export function firefoxSites(bidi: Bidi, extensionId: string): SitePermissions {
  const answer = async (button: 'button' | 'secondaryButton'): Promise<void> => {
    const shown = (): Promise<unknown> => bidi.inChrome(`Boolean(${PROMPT})`);
    await until('the prompt', shown, Boolean);
    await bidi.inChrome(`${PROMPT}.${button}.click()`);
    await until('no prompt', shown, (there) => there === false);
  };
  return {
    async allow(_, click) {
      await click();
      await answer('button');
    },
    async deny(click) {
      await click();
      await answer('secondaryButton');
    },
    // What the switch on about:addons does.
    async revoke(host) {
      await bidi.inChrome(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID('${extensionId}');
        await ExtensionPermissions.remove(extension.id, { permissions: [], origins: ['${host.includes('://') ? host : `*://${host}/*`}'] }, extension);
      })()`);
    },
  };
}
