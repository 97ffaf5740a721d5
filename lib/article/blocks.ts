import { type Steps, takeAll } from './steps';
import { tidy } from './text';
import { isElement } from './walk';

/** A block element as it stood when it was read: the document may be taken apart since. */
export interface Holder {
  /** Null for what stands around all that was read. */
  readonly element: Element | null;
  readonly parent: Holder | null;
  readonly depth: number;
  /** The page marks it as an article or as an article's text. */
  readonly article: boolean;
}

/** One paragraph, heading or list item, with what the clean-up judges it by. */
export interface Block {
  readonly text: string;
  /** Share of the characters that stand inside links. */
  readonly linkShare: number;
  readonly heading: boolean;
  readonly listItem: boolean;
  /** Stands before the article's headline. */
  readonly beforeHeadline: boolean;
  /** Stands in another article than the headline does: pages load the next one below. */
  readonly otherArticle: boolean;
  /** Stands in a side column, a foot, a form or the like. */
  readonly aside: boolean;
  /** What kind of element it is and where it stands, by tags and classes: paragraphs of one text share it. */
  readonly place: string;
  /** Class and id of the element, in lower case: what its makers call it. */
  readonly name: string;
  readonly holder: Holder;
}

/** Set on the elements of a clone that come before the headline: Readability moves and drops headings. */
export const BEFORE_HEADLINE = 'data-sidelight-before';

/** Set on the elements of a clone that stand in another article than the headline. */
export const OTHER_ARTICLE = 'data-sidelight-other';

const ASIDE = /^(?:ASIDE|NAV|FOOTER|FORM|DIALOG|FIGURE)$/;

const BLOCK_TAGS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/**
 * What a reader does not read as text: code, controls, captions of pictures, the readings above ideographs, and what no
 * browser shows (a title that was not closed holds the rest of its page).
 */
const SKIPPED_TAGS = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH BUTTON SELECT TEXTAREA INPUT IFRAME OBJECT EMBED VIDEO AUDIO CANVAS FIGCAPTION RT RP HEAD TITLE DATALIST NOEMBED NOFRAMES'.split(
    ' ',
  ),
);

/** A longer block is no paragraph; what is beyond is not read. */
const MAX_BLOCK_LENGTH = 100_000;

/** More blocks than any article has. */
const MAX_BLOCKS = 20_000;

/** More letters than any page of an article has; such a page is too large for Readability as well (`extractBody`). */
const MAX_LETTERS = 3_000_000;

const OUTERMOST: Holder = { element: null, parent: null, depth: 0, article: false };

const HEADING = /^H[1-6]$/;

const TEXT_NODE = 3;

/**
 * The blocks of text under `root` in reading order. Walks without recursion, for pages nest as deep as they like.
 * A line break inside running text is a space; two in a row part paragraphs, as does any block element. What comes
 * before `headline` is noted as such.
 */
export function readBlocks(root: Element, headline: Element | null = null): Block[] {
  return takeAll(blockSteps(root, headline));
}

/** Nodes between two steps: a millisecond or two. */
const NODES_A_STEP = 500;

/** The same, step by step: for a copy, which nothing changes between the steps. */
export function* blockSteps(root: Element, headline: Element | null = null): Steps<Block[]> {
  let nodes = 0;
  let letters = 0;
  const blocks: Block[] = [];
  let reached = headline === null;
  let buffer = '';
  let linked = 0;
  let links = 0;
  let breaks = 0;
  const open: Element[] = [];
  const holders: Holder[] = [OUTERMOST];

  const flush = () => {
    const text = tidy(buffer);
    if (text !== '') {
      const block = open.at(-1) ?? root;
      blocks.push({
        text,
        linkShare: Math.min(1, linked / Math.max(1, buffer.trim().length)),
        heading: HEADING.test(block.tagName.toUpperCase()),
        listItem: block.tagName.toUpperCase() === 'LI',
        beforeHeadline: !reached || block.hasAttribute(BEFORE_HEADLINE),
        otherArticle: block.hasAttribute(OTHER_ARTICLE),
        aside: open.some((element) => ASIDE.test(element.tagName)),
        place: placeOf(block),
        holder: holders.at(-1) ?? OUTERMOST,
        name: `${block.getAttribute('class') ?? ''} ${block.id ?? ''}`.slice(0, 200).toLowerCase(),
      });
    }
    buffer = '';
    linked = 0;
    breaks = 0;
  };

  const enter = (element: Element): boolean => {
    if (element === headline) {
      flush();
      reached = true;
    }
    const tag = element.tagName.toUpperCase();
    if (SKIPPED_TAGS.has(tag)) return false;
    if (tag === 'BR') {
      breaks++;
      if (breaks > 1) flush();
      else buffer += ' ';
    } else if (tag === 'A') links++;
    else if (BLOCK_TAGS.has(tag)) {
      flush();
      open.push(element);
      const parent = holders.at(-1) ?? OUTERMOST;
      holders.push({ element, parent, depth: parent.depth + 1, article: isArticle(element, tag) });
    }
    return true;
  };

  const leave = (element: Element) => {
    if (open.at(-1) === element) {
      flush();
      open.pop();
      holders.pop();
    } else if (element.tagName.toUpperCase() === 'A') links--;
  };

  let node: Node | null = root;
  while (node !== null && blocks.length < MAX_BLOCKS && letters < MAX_LETTERS) {
    if (++nodes % NODES_A_STEP === 0) yield;
    let descend = false;
    if (node.nodeType === TEXT_NODE) {
      const value = node.nodeValue ?? '';
      letters += value.length;
      if (breaks > 0 && value.trim() !== '') breaks = 0;
      if (buffer.length < MAX_BLOCK_LENGTH) buffer += value.slice(0, MAX_BLOCK_LENGTH);
      if (links > 0) linked += value.trim().length;
    } else if (isElement(node)) descend = enter(node);
    if (descend && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (descend && isElement(node)) leave(node);
    while (node !== root && node !== null && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && isElement(node)) leave(node);
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
  flush();
  return blocks;
}

/** Whether an element parts paragraphs. */
export function isBlockElement(element: Element): boolean {
  return BLOCK_TAGS.has(element.tagName.toUpperCase());
}

function isArticle(element: Element, tag: string): boolean {
  return tag === 'ARTICLE' || /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '');
}

function placeOf(block: Element): string {
  const parent = block.parentElement;
  return [block.tagName, nameOf(parent), nameOf(parent?.parentElement)].join('<');
}

function nameOf(element: Element | null | undefined): string {
  return element ? `${element.tagName}.${(element.getAttribute('class') ?? '').trim().slice(0, 80)}` : '';
}
