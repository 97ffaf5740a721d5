/** The elements under `root` (without it) in document order. Without recursion: pages nest as deep as they like. */
export function* elementsOf(root: Element): Generator<Element> {
  let node: Element | null = root.firstElementChild;
  while (node !== null) {
    yield node;
    let next: Element | null = node.firstElementChild;
    while (next === null && node !== null && node !== root) {
      next = node.nextElementSibling;
      if (next === null) node = node.parentElement;
    }
    node = node === root ? null : next;
  }
}

/** Whether the tree under `root` has more elements, or nests deeper, than is allowed. */
export function exceeds(root: Element, maxElements: number, maxDepth: number): boolean {
  let count = 0;
  let depth = 0;
  let node: Element | null = root;
  while (node !== null) {
    if (++count > maxElements || depth > maxDepth) return true;
    const child: Element | null = node.firstElementChild;
    if (child !== null) {
      node = child;
      depth++;
      continue;
    }
    while (node !== null && node !== root && node.nextElementSibling === null) {
      node = node.parentElement;
      depth--;
    }
    node = node === null || node === root ? null : node.nextElementSibling;
  }
  return false;
}

/** Whether the letters under `root`, each counted once for every level above it, are more than allowed. */
export function exceedsWork(root: Element, maxWork: number): boolean {
  let work = 0;
  let depth = 0;
  let node: Node | null = root;
  while (node !== null) {
    if (node.nodeType === TEXT_NODE) work += (node.nodeValue ?? '').length * depth;
    if (work > maxWork) return true;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth--;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return false;
}

const TEXT_NODE = 3;

/** Whether a node is an element; without `instanceof`, for the node may come from another window. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

const FRAMES = /^(?:HTML|BODY|MAIN|ARTICLE|H1|A|B|I|EM|STRONG|BR|IMG)$/;

/** Whether an element frames the page or its headline, or only marks words: never a part of the page by itself. */
export function isFrame(element: Element): boolean {
  return FRAMES.test(element.tagName);
}
