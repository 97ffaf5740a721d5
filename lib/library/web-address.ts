/** Longer addresses are no article's. */
export const MAX_ADDRESS = 4000;

/** The address in its normal form; null for anything but http and https, and for one that carries a name or password. */
export function webAddress(text: string): string | null {
  if (text.length > MAX_ADDRESS || !URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return username === '' && password === '' ? href : null;
}
