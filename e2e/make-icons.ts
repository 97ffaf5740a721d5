/**
 * Draws the PNG icons from the mark, and the pictures for the stores that show it, once after it has changed:
 * `npx tsx e2e/make-icons.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openDrawing } from './harness/draw';

const folder = new URL('../public/icon/', import.meta.url);
const store = new URL('../docs/store/images/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');

/** The mark of one size in the middle of an area; on a ground of its own where one is named. */
function placed(size: number, area: { width: number; height: number }, ground = 'transparent'): string {
  return `<style>body{margin:0;background:${ground};width:${area.width}px;height:${area.height}px;display:grid;
    place-items:center}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`;
}

mkdirSync(store, { recursive: true });
const drawing = await openDrawing();
try {
  for (const size of [16, 32, 48, 128]) {
    const area = { width: size, height: size };
    writeFileSync(new URL(`${size}.png`, folder), await drawing.draw(placed(size, area), area, true));
  }
  // Chrome's store wants a margin of 16 pixels around the icon.
  const icon = { width: 128, height: 128 };
  writeFileSync(new URL('icon-128.png', store), await drawing.draw(placed(96, icon), icon, true));
  for (const tile of [
    { width: 440, height: 280 },
    { width: 1400, height: 560 },
  ]) {
    const picture = await drawing.draw(placed(tile.height / 2, tile, '#e3eeef'), tile);
    writeFileSync(new URL(`tile-${tile.width}x${tile.height}.png`, store), picture);
  }
} finally {
  await drawing.close();
}
