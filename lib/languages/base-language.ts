/** The primary subtag of a BCP 47 tag (`pt-BR` → `pt`), by which languages are grouped and chosen. */
export function baseLanguage(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}

/** Whether two tags name the same language; an undetermined one is never the same as anything. */
export function isSameLanguage(a: string, b: string): boolean {
  const base = baseLanguage(a);
  return base !== '' && base !== 'und' && base === baseLanguage(b);
}
