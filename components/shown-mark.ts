import { useLayoutEffect } from 'preact/hooks';

/** Notes in the page's own timeline when an outcome was first drawn: `npm run bench:start` measures by it. */
export function useShownMark(shown: boolean): void {
  useLayoutEffect(() => {
    if (shown) performance.mark('shown');
  }, [shown]);
}
