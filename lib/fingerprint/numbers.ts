/** Numbers in any script's digits. */

const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810,
];

/** Western digits for every decimal digit of a script; other characters stay. */
export function toWesternDigits(text: string): string {
  if (!/[^\P{Nd}0-9]/u.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0x30;
    const zero = ZEROS.find((z) => code >= z && code < z + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/**
 * The value of a written number as a canonical decimal string, or null where the word is none. `1,200`, `1.200`, `१२००`
 * and `1200` all give `1200`: three digits after a separator are read as a group, Indian grouping (`12,34,567`)
 * included; anything else after the last separator is a fraction.
 */
export function parseNumber(word: string): string | null {
  const text = toWesternDigits(word).replace(/٫/g, '.').replace(/٬/g, ',');
  if (!/^\d[\d.,]*$/.test(text) || text.length > 20) return null;
  const grouped = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/.test(text);
  const plain = grouped ? text.replace(/[.,]/g, '') : text.replace(/,/g, '.');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  return plain
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
