import { escapeHtml, unmarked, withReadings } from '../markup';
import { bodyOf, dateLine, type PageParts } from '../page-parts';

/** No metadata at all, not even a language. */
export function bare(parts: PageParts): string {
  const { story, words, at } = parts;
  return `<html>
<head><title>${escapeHtml(story.headline)}</title></head>
<body>
${at('top')}
<div>${words.nav.map((text) => `<a href="#">${text}</a>`).join(' | ')}</div>
${at('header')}
<h1>${parts.heading}</h1>
${dateLine(parts, 'div')}
${at('meta')}
<div>
${bodyOf(parts)}
</div>
${at('end')}
${at('side')}
<div>${at('foot')}</div>
</body>
</html>`;
}

/** A page of the last century: tables, fonts, and paragraphs parted by line breaks. */
export function legacy(parts: PageParts): string {
  const { story, words, at } = parts;
  const text = story.body.map((one) => withReadings(unmarked(one))).join('<br><br>\n');
  return `<html>
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escapeHtml(story.headline)}</title></head>
<body bgcolor="#ffffff">
<table width="760"><tr><td colspan="2">${words.nav.map((name) => `<a href="#">${name}</a>`).join(' ')}${at('header')}</td></tr>
<tr><td valign="top">
<h2><font color="#003366">${parts.heading}</font></h2>
<font size="1">${dateLine(parts, 'span')}</font>
<br><br>
${text}
</td><td width="160">${at('side')}</td></tr>
<tr><td colspan="2">${at('foot')}</td></tr></table>
</body>
</html>`;
}
