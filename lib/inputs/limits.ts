/** Bounds on what an input may ask for. Each is a multiple of what real files have; beyond it an item is named and left. */
export const LIMITS = {
  /** Bytes or characters of one record: a line, an item, a page. */
  record: 10 * 1024 * 1024,
  /** Elements within each other. */
  depth: 200,
  /** Items of one feed, or feeds of one list. */
  items: 100_000,
  title: 1000,
  text: 1_000_000,
  /** Header lines of a record of a web archive, and the length of one. */
  headers: 200,
  headerLine: 32 * 1024,
} as const;

/** The text, or as much of it as is allowed, not ending in half a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
