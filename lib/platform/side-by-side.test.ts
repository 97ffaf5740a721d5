import { expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { halvesOf } from './side-by-side';

it('parts a screen without a gap, odd widths and second screens too', () => {
  expect(halvesOf({ left: 1920, top: 24, width: 1367, height: 700 })).toEqual([
    { left: 1920, top: 24, width: 683, height: 700 },
    { left: 2603, top: 24, width: 684, height: 700 },
  ]);
});
