/** Elements of an item, and what they give. Of several that give the same, the first that says something counts. */
export const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  'dc:title': 'title',
  link: 'link',
  guid: 'guid',
  id: 'guid',
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  created: 'published',
  'dc:date': 'published',
  'dcterms:issued': 'published',
  'dcterms:created': 'published',
  updated: 'updated',
  modified: 'updated',
  'dcterms:modified': 'updated',
  'content:encoded': 'content',
  content: 'content',
  description: 'summary',
  summary: 'summary',
  'dc:description': 'summary',
  'dc:language': 'language',
  language: 'language',
  source: 'site',
  'feedburner:origlink': 'original',
};

/** What an element of an item gives. */
export type Field =
  | 'title'
  | 'link'
  | 'guid'
  | 'published'
  | 'updated'
  | 'content'
  | 'summary'
  | 'language'
  | 'site'
  | 'original';

/** The content of an element of a feed, with the markup that stands in it. */
export interface Capture {
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
export function captured({ parts }: Capture): string {
  const hasElements = parts.some(({ tag }) => tag);
  return parts.map(({ text, tag }) => (hasElements && !tag ? escapeHtml(text) : text)).join('');
}

/** Text as it is written in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Whether content of this type is text; Atom also carries pictures. */
export function isMarkupType(type: string | null): boolean {
  return type === null || /^(?:text|html|xhtml|text\/.*|application\/xhtml\+xml)$/i.test(type.trim());
}

/** Whether content of this type says of itself that it is plain. */
export function isPlainType(type: string | null): boolean {
  return type !== null && /^text(?:\/plain\b.*)?$/i.test(type.trim());
}
