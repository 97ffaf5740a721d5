/** Small pieces of HTML that all templates are made of. */

/** Text for the inside of an element or an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** One `meta` element for each name and content; `og:` and `article:` names are properties. */
export function metas(contents: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(contents)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, text]) => `<meta ${/:/.test(name) ? 'property' : 'name'}="${name}" content="${escapeHtml(text)}">`)
    .join('\n');
}

/** Data as a script element holds it. */
export function script(type: string, value: unknown, id?: string): string {
  const name = id === undefined ? '' : ` id="${id}"`;
  return `<script type="${type}"${name}>${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;
}

/** A paragraph's text with the readings above its ideographs. */
export function withReadings(text: string): string {
  return escapeHtml(text).replace(/\{([^|{}]+)\|([^|{}]+)\}/g, '<ruby>$1<rp>(</rp><rt>$2</rt><rp>)</rp></ruby>');
}

/** A paragraph without the mark that says what it is. */
export function unmarked(text: string): string {
  return text.replace(/^(?:##|[?-]) /, '');
}

/** The same as it is read: without readings either. */
export function plain(text: string): string {
  return unmarked(text).replace(/\{([^|{}]+)\|[^|{}]+\}/g, '$1');
}

/** Whether a language is written from right to left. */
export function direction(lang: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ur|ps)\b/.test(lang) ? 'rtl' : 'ltr';
}

/** Links in a list. */
export function links(texts: readonly string[]): string {
  return `<ul>${texts.map((text, at) => `<li><a href="/${at}">${escapeHtml(text)}</a></li>`).join('')}</ul>`;
}
