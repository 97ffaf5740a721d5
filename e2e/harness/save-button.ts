import { until, type View } from './view';

/** Waits until the panel's button shows its story as saved, or as not saved. */
export function saveButtonIs(panel: View, pressed: 'true' | 'false'): Promise<unknown> {
  return until(
    `the button ${pressed}`,
    () => panel.evaluate(`document.querySelector('.save-button').getAttribute('aria-pressed')`),
    (is) => is === pressed,
  );
}
