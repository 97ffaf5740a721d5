import { describe, expect, it } from 'vitest';
import { decodeHtml, looksBinary, parseDocument } from './dom';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

describe('decodeHtml', () => {
  it('goes by the byte-order mark, then by what the page declares, else by UTF-8', () => {
    expect(decodeHtml(bytes([0xef, 0xbb, 0xbf], '<meta charset="windows-1251">é'))).toBe(
      '<meta charset="windows-1251">é',
    );
    expect(decodeHtml(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe('A');
    expect(decodeHtml(bytes('<meta charset=windows-1256>', [0xc7]))).toContain('ا');
    expect(
      decodeHtml(bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', [0xc0])),
    ).toContain('А');
    expect(decodeHtml(bytes('<meta charset="nonsense">é'))).toContain('é');
    expect(decodeHtml(bytes('<meta charset="utf-16">é'))).toContain('é');
    expect(decodeHtml(bytes('héllo'))).toBe('héllo');
  });
});

describe('parseDocument', () => {
  it('builds the tree of the HTML standard', () => {
    const document = parseDocument(
      '<title>T</title></head><noscript>n</noscript><div>a<p>b<div>c</div><table><b>d<tr><td>e</table>',
    );
    expect(document.title).toBe('T');
    expect([...document.documentElement.children].map((child) => child.tagName)).toEqual(['HEAD', 'BODY']);
    expect(document.querySelector('p')?.textContent).toBe('b');
    expect(document.querySelector('td')?.textContent).toBe('e');
    expect(document.querySelector('table')?.previousSibling?.textContent).toBe('d');
  });

  it('nests no deeper than browsers do', () => {
    let depth = 0;
    const document = parseDocument('<div>'.repeat(3000));
    for (let node: Element | null = document.body; node !== null; node = node.firstElementChild) depth++;
    expect(depth).toBeLessThanOrEqual(512);
  });

  it('takes an empty page, and attributes with impossible names', () => {
    expect(parseDocument('').body.textContent).toBe('');
    expect(parseDocument('<p "<=1 id=x>y</p>').querySelector('#x')?.textContent).toBe('y');
  });
});

describe('looksBinary', () => {
  it('tells a picture from text of any script', () => {
    expect(looksBinary('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000')).toBe(true);
    expect(looksBinary('<p>\tपुतिन\r\n習近平</p>')).toBe(false);
    expect(looksBinary('')).toBe(false);
  });
});
