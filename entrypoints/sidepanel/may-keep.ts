import { useEffect, useState } from 'preact/hooks';
import { isInPrivateWindow } from '../../lib/platform/private-window';

/** Whether what the reader chooses here may be kept: not in a private window. Null until that is known. */
export function useMayKeep(): boolean | null {
  const [mayKeep, setMayKeep] = useState<boolean | null>(null);
  useEffect(
    () =>
      void isInPrivateWindow().then(
        (isPrivate) => setMayKeep(!isPrivate),
        () => {},
      ),
    [],
  );
  return mayKeep;
}
