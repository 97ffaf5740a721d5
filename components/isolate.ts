/** A name in Latin letters (a host, a key) that stands in a sentence of any direction without turning it. */
export function isolate(text: string): string {
  return `\u2066${text}\u2069`;
}
