import { parseHTML } from 'linkedom';

/** A saved page's HTML as a document. */
export function parseDocument(html: string): Document {
  return parseHTML(html).document;
}

/** Bytes of a page as text: the byte-order mark decides, then what the page declares near its start, else UTF-8. */
export function decodeHtml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) return 'utf-8';
  try {
    const encoding = new TextDecoder(label).encoding;
    // A page whose bytes can be read as ASCII up to here is not UTF-16, whatever it says (as in the HTML standard).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}
