import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { copySteps } from './copy-page';
import { takeAll } from './steps';

/** Nested lists of so many elements, and a little beside them. */
const large = (items: number): Document =>
  parseDocument(
    `<!doctype html><html lang="hi"><head><title>T</title></head><body class="page">Before<!-- note --><main><ul>${'<li><a href="/x">One <b>item</b></a></li>'.repeat(items)}</ul><p>After</p></main></body></html>`,
  );

describe('a copy made in steps', () => {
  it.each([3, 3000])('is the page that one call copies, of %s items', (items) => {
    const page = large(items);
    const before = page.toString();
    const copy = takeAll(copySteps(page));
    expect(copy.documentElement.outerHTML).toBe(page.documentElement.outerHTML);
    expect(copy.body.ownerDocument).toBe(copy);
    expect(page.toString()).toBe(before);
  });

  it('has no style sheets, which would be parsed for nobody', () => {
    const page = parseDocument(
      '<title>T</title><style>p {}</style><body><style>a {}</style><div><style>b {}</style><p>Text</p></div>',
    );
    expect(takeAll(copySteps(page)).documentElement.outerHTML).not.toContain('style');
    expect(page.querySelectorAll('style').length).toBe(3);
  });

  it('is made in many steps of a large page', () => {
    expect([...copySteps(large(3000))].length).toBeGreaterThan(1000);
  });

  it('keeps what the page takes out meanwhile, and has nothing twice', () => {
    const page = large(3000);
    const steps = copySteps(page);
    for (let step = 0; step < 1500; step++) steps.next();
    const items = [...page.querySelectorAll('li')];
    for (const item of items.slice(1000)) item.remove();
    items[0]?.parentNode?.appendChild(items[0]);
    const copy = takeAll(steps);
    expect(copy.querySelectorAll('li').length).toBe(3000);
    expect(copy.querySelector('p')?.textContent).toBe('After');
  });
});
