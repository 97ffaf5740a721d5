import { findBrowsers } from './find-browsers';
import { sayMissingBrowsers } from './index';
import { openFirefoxOnce } from './profile';

/** Once per run, whatever the number of files. */
export default async function setup(): Promise<(() => void) | undefined> {
  sayMissingBrowsers();
  const { firefox } = findBrowsers();
  return firefox === null ? undefined : (await openFirefoxOnce(firefox)).remove;
}
