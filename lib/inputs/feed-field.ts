/** The content of an element of a feed, with the markup that stands in it. */
export interface Capture<Field> {
  readonly field: Field;
  /** Depth of its element. */
  readonly depth: number;
  readonly parts: { readonly text: string; readonly tag: boolean }[];
  length: number;
  /** Says of itself that it is plain text. */
  readonly literal: boolean;
}

/**
 * What was captured, as HTML or plain text. Markup may stand in an element as escaped text (RSS) or as elements (XHTML in
 * Atom); beside elements, text is only text, and is escaped again.
 */
export function captured({ parts }: Capture<unknown>): string {
  const hasElements = parts.some(({ tag }) => tag);
  return parts.map(({ text, tag }) => (hasElements && !tag ? escapeHtml(text) : text)).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Whether content of this type is text; Atom also carries pictures. */
export function isMarkupType(type: string | null): boolean {
  return type === null || /^(?:text|html|xhtml|text\/.*|application\/xhtml\+xml)$/i.test(type.trim());
}
