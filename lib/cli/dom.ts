import { parseHTML } from 'linkedom';
import { html as dialect, parse, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { CommandError } from './io';

/**
 * Saved pages for Node. parse5 builds the tree, for it follows the HTML standard where linkedom's own parser does not
 * (elements between head and body, tables, misnested tags); linkedom holds it, for it is ten times as fast as jsdom.
 */

/** Browsers put what nests deeper than this beside its parent; so a saved page is read as the browser shows it. */
const MAX_DEPTH = 512;

/**
 * The most elements of a saved page: three times the largest news page measured, and two seconds' work. linkedom takes
 * ever longer from there.
 */
const MAX_ELEMENTS = 120_000;

/** The most attributes of one element: linkedom looks through all of them for each new one. */
const MAX_ATTRIBUTES = 200;

type Types = TreeAdapterTypeMap<
  Node,
  ParentNode & Node,
  ChildNode,
  Document,
  DocumentFragment,
  Element,
  Comment,
  Text,
  Element,
  DocumentType
>;

/** A saved page's HTML as a document. Throws a `CommandError` for one with more elements than can be worked on. */
export function parseDocument(html: string): Document {
  return parse<Types>(html, { treeAdapter: linkedomAdapter(), scriptingEnabled: false });
}

function linkedomAdapter(): TreeAdapter<Types> {
  const { document } = parseHTML('');
  const depths = new Map<Node, number>([[document, 0]]);
  let elements = 0;
  let mode = dialect.DOCUMENT_MODE.NO_QUIRKS;

  const depth = (node: Node) => depths.get(node) ?? 0;
  /** The node itself, or its nearest ancestor that may still have children. */
  const shallow = (parent: Node): Node => (depth(parent) < MAX_DEPTH ? parent : (parent.parentNode ?? parent));
  const place = (parent: Node, child: Node, before: Node | null) => {
    if (child.nodeType === 8) return;
    const target = shallow(parent);
    if (child.nodeType === 1) depths.set(child, depth(target) + 1);
    target.insertBefore(child, before !== null && before.parentNode === target ? before : null);
  };
  const addText = (parent: Node, text: string, before: Node | null) => {
    const target = shallow(parent);
    const previous = before === null ? target.lastChild : before.previousSibling;
    if (previous !== null && previous.nodeType === 3) previous.nodeValue = (previous.nodeValue ?? '') + text;
    else place(target, document.createTextNode(text), before);
  };

  return {
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement(name, namespace, attributes) {
      if (++elements > MAX_ELEMENTS) throw new CommandError(`more than ${MAX_ELEMENTS} elements on one page`);
      const isHtml = namespace === dialect.NS.HTML;
      const element = isHtml ? document.createElement(name) : document.createElementNS(namespace, name);
      for (const { name: key, value } of attributes.slice(0, MAX_ATTRIBUTES)) setAttribute(element, key, value);
      return element;
    },
    createCommentNode: (data) => document.createComment(data),
    createTextNode: (value) => document.createTextNode(value),
    appendChild: (parent, child) => place(parent, child, null),
    insertBefore: (parent, child, before) => place(parent, child, before),
    insertText: (parent, text) => addText(parent, text, null),
    insertTextBefore: (parent, text, before) => addText(parent, text, before),
    // What a template holds is not on the page.
    setTemplateContent: () => {},
    getTemplateContent: () => document.createDocumentFragment(),
    setDocumentType: () => {},
    setDocumentMode: (_, value) => {
      mode = value;
    },
    getDocumentMode: () => mode,
    detachNode: (node) => {
      node.parentNode?.removeChild(node);
    },
    adoptAttributes(element, attributes) {
      for (const { name, value } of attributes.slice(0, MAX_ATTRIBUTES))
        if (!element.hasAttribute(name)) setAttribute(element, name, value);
    },
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => [...node.childNodes],
    getParentNode: (node) => node.parentNode,
    getAttrList: (element): Token.Attribute[] => [...element.attributes].map(({ name, value }) => ({ name, value })),
    getTagName: (element) => element.localName,
    getNamespaceURI: (element) => (element.namespaceURI === dialect.NS.SVG ? dialect.NS.SVG : dialect.NS.HTML),
    getTextNodeContent: (node) => node.data,
    getCommentNodeContent: (node) => node.data,
    getDocumentTypeNodeName: (node) => node.name,
    getDocumentTypeNodePublicId: (node) => node.publicId,
    getDocumentTypeNodeSystemId: (node) => node.systemId,
    isTextNode: (node): node is Text => node.nodeType === 3,
    isCommentNode: (node): node is Comment => node.nodeType === 8,
    isDocumentTypeNode: (node): node is DocumentType => node.nodeType === 10,
    isElementNode: (node): node is Element => node.nodeType === 1,
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation: () => {},
    updateNodeSourceCodeLocation: () => {},
  };
}

/** Broken markup has attributes whose names no attribute can have; a page is not worth less for one of them. */
function setAttribute(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value);
  } catch {
    // Left out.
  }
}

/** Whether what was decoded is no text: a picture or an archive has control characters everywhere. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  return (head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0) > head.length / 100;
}

/**
 * Bytes of a page as text: the byte-order mark decides, then what the server said, then what the page declares near its
 * start, else UTF-8.
 */
export function decodeHtml(bytes: Uint8Array, charset: string | null = null): string {
  return new TextDecoder(encodingOf(bytes, charset)).decode(bytes);
}

function encodingOf(bytes: Uint8Array, charset: string | null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1];
  for (const name of [charset, label]) {
    const encoding = name ? encodingNamed(name) : null;
    if (encoding === null) continue;
    // A page whose bytes can be read as ASCII up to here is not UTF-16, whatever it says (as in the HTML standard).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  }
  return 'utf-8';
}

function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
