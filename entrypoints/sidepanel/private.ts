import { followed } from '../../components/followed';
import { isInPrivateWindow } from '../../lib/platform/private-window';

/** Whether the page stands in a private window, where nothing is kept; undefined until that is known. */
export const usePrivate = followed<{ readonly isPrivate: boolean }>(
  // Where the browser cannot say, nothing is kept either.
  (tell) =>
    void isInPrivateWindow().then(
      (isPrivate) => tell({ isPrivate }),
      () => tell({ isPrivate: true }),
    ),
);
