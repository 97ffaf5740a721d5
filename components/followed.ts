import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Follows a value from the moment that a page's script runs, while its texts are still being fetched.
 *
 * @param follow begins to tell the values, for as long as the page is open
 * @returns a hook: the latest value, undefined until there is one
 */
export function followed<T extends object | null>(follow: (tell: (value: T) => void) => void): () => T | undefined {
  let latest: T | undefined;
  const drawings = new Set<(value: T | undefined) => void>();
  follow((value) => {
    latest = value;
    for (const draw of drawings) draw(value);
  });
  return function useFollowed() {
    const [value, setValue] = useState(latest);
    useLayoutEffect(() => {
      drawings.add(setValue);
      setValue(latest);
      return () => void drawings.delete(setValue);
    }, []);
    return value;
  };
}
