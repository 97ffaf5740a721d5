/** The code point of the digit zero in each script whose ten digits stand in a row. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** The same text with the digits of every script written 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\x20-\x7E]/g, (char) => {
    const code = char.charCodeAt(0);
    for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
    return char;
  });
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** `二〇二五年六月二十三日`, or `七年六月二十三日` of an era, with its numerals written 0 to 9; other text as it is. */
export function asciiHanDate(text: string): string {
  return text.replace(
    /[〇○零一二三四五六七八九十]{1,4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/g,
    (date) =>
      date.replace(/[〇○零一二三四五六七八九十]+/g, (numeral) => {
        const plain = numeral.replace(/[○零]/g, '〇');
        if (!plain.includes('十')) return [...plain].map((char) => HAN_DIGITS.indexOf(char)).join('');
        const [tens = '', ones = ''] = plain.split('十');
        return String((tens === '' ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones)));
      }),
  );
}
