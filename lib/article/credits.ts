import { endsSentence } from './text';

/** The longest line that names nothing but who took a picture, and of what. */
const CREDIT_LENGTH = 200;
const AGENCY_LENGTH = 90;

/** "Photo:" in the languages that put it before a name. */
const CREDIT_LABEL =
  /^\(?(?:fotos?|photos?|photograph|bild|bilder|image|images|picture|credit|courtesy|fotoğraf|fot|kuva|foto's|φωτο(?:γραφία)?|фото|світлина|снимка|写真|照片|图片|圖片|圖|사진|صورة|الصورة|تصویر|عکس|צילום|תמונה|फोटो|फ़ोटो|छवि|ছবি|படம்|ఫొటో|ફોટો|ภาพ|ảnh)(?:\s+(?:credit|by|von|de|di|av|via))?\s*[:：©/|]/iu;

/** Agencies whose pictures the world's press prints; a line that ends with one behind a slash or "via" is a credit. */
const AGENCY =
  'getty(?: images)?|afp|reuters|epa(?:-efe)?|efe|dpa|apa|ansa|belga|lusa|ritzau|ntb|scanpix|imago(?: images)?|picture alliance|shutterstock|istock|alamy|xinhua|anadolu|tass|pti|ani|jiji|kyodo|yonhap|ap(?: photo)?|pa(?: wire| media)?';
const AGENCY_LINE = new RegExp(
  `^(?:(?:${AGENCY})(?:\\s*[/|].{0,60})?|.{0,70}(?:[/|(©–—-]|\\bvia|\\bby)\\s*(?:${AGENCY}))\\s*\\)?$`,
  'iu',
);

/** Whether a paragraph only names where a picture comes from. */
export function isCredit(text: string): boolean {
  if (text.length > CREDIT_LENGTH) return false;
  if (CREDIT_LABEL.test(text) || /©/.test(text)) return true;
  return text.length <= AGENCY_LENGTH && !endsSentence(text) && AGENCY_LINE.test(text);
}
