import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { followed } from './followed';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);

it('draws what was told before anything was drawn, and what is told later', () => {
  let tell = (_: { name: string }): void => {};
  const useNamed = followed<{ name: string }>((told) => {
    tell = told;
  });
  const Name = () => <p>{useNamed()?.name ?? 'nobody'}</p>;
  const early = document.createElement('div');
  act(() => render(<Name />, early));
  expect(early.textContent).toBe('nobody');
  act(() => tell({ name: 'first' }));
  const late = document.createElement('div');
  act(() => render(<Name />, late));
  expect([early.textContent, late.textContent]).toEqual(['first', 'first']);
  act(() => render(null, early));
  act(() => tell({ name: 'second' }));
  expect([early.textContent, late.textContent]).toEqual(['', 'second']);
});
