import { sayMissingBrowsers } from './index';

/** Once per run, whatever the number of files. */
export default function setup(): void {
  sayMissingBrowsers();
}
