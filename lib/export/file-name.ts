/** The name of a file about something with this id, such that every system takes it. */
export function fileName(id: string, extension: 'json' | 'csv'): string {
  const safe = id
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `sidelight-${safe || 'story'}.${extension}`;
}
