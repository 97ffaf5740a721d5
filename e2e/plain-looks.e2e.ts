import { expect, it } from 'vitest';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo } from './harness/options-page';
import { openPanelTab, stateOf } from './harness/panel-tab';

/** A property of an element as it is drawn. */
const style = (selector: string, property: string): string =>
  `getComputedStyle(document.querySelector('${selector}')).${property}`;

inEveryBrowser(
  'a reader whose system moves little and has its own colours',
  (session) => {
    it('sees nothing move', async () => {
      const panel = await openPanelTab(session());
      await comesTo(panel, `matchMedia('(prefers-reduced-motion: reduce)').matches`, true);
      await panel.show({ readId: 'r', address: null, status: 'reading' });
      expect(await panel.evaluate(style('.bone', 'animationName'))).toBe('none');
      await panel.close();
    });

    it('sees by lines and shapes what colours say otherwise', async () => {
      const panel = await openPanelTab(session(), await stateOf(session(), '/sample-hi.html'));
      await comesTo(panel, `matchMedia('(forced-colors: active)').matches`, true);
      for (const part of ['.badge', '.pair']) {
        expect(await panel.evaluate(style(part, 'borderTopStyle')), part).toBe('solid');
      }
      const [dot, first] = ['.covering .dot:not(.dot-first)', '.covering .dot-first'];
      expect(await panel.evaluate(`${style(dot, 'backgroundColor')} !== ${style(first, 'backgroundColor')}`)).toBe(
        true,
      );
      expect(await barriersIn(panel)).toEqual([]);
      await panel.close();
    });
  },
  () => ({ plain: true }),
);
