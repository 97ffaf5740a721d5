import { foldLine } from './fold-line';

/** Words before a time of change, and before that of publication; parted by strokes. */
const UPDATED =
  'updated/last updated/modified/last modified/edited/update/aktualisiert/zuletzt aktualisiert/mis à jour/modifié/actualizado/actualizada/última actualización/modificado/atualizado/atualizada/atualização/aggiornato/ultimo aggiornamento/bijgewerkt/laatst bijgewerkt/uppdaterad/oppdatert/sist oppdatert/opdateret/sidst opdateret/päivitetty/muokattu/zaktualizowano/aktualizacja/aktualizováno/aktualizované/frissítve/actualizat/обновлено/изменено/оновлено/обновена/ажурирано/ažurirano/posodobljeno/güncelleme/güncellendi/son güncelleme/güncellenme/ενημερώθηκε/τελευταία ενημέρωση/diperbarui/dikemas kini/cập nhật/อัปเดต/อัพเดท/แก้ไข/अपडेट/अपडेटेड/अद्यतन/संशोधित/अपडेट किया गया/আপডেট/হালনাগাদ/সম্পাদনা/અપડેટ/ਅੱਪਡੇਟ/ਅਪਡੇਟ/புதுப்பிக்கப்பட்டது/அப்டேட்/నవీకరించబడింది/అప్‌డేట్/ಅಪ್‌ಡೇಟ್/പുതുക്കിയത്/അപ്ഡേറ്റ്/اپ ڈیٹ/اپڈیٹ/تحديث/آخر تحديث/تم التحديث/به روزرسانی/بروزرسانی/ویرایش/עודכן/עדכון/更新/更新于/更新於/修改/최종수정/수정/업데이트/imesasishwa/na-update';
const PUBLISHED =
  'published/publish/posted/first published/created/issued/veröffentlicht/erstellt/publié/publicado/publicada/pubblicato/gepubliceerd/geplaatst/publicerad/publisert/publiceret/julkaistu/opublikowano/data publikacji/publikováno/zverejnené/közzétéve/publicat/опубликовано/опубліковано/публикувана/објављено/objavljeno/yayınlanma/yayınlandı/giriş/eklenme/δημοσιεύθηκε/δημοσίευση/diterbitkan/dipublikasikan/tayang/xuất bản/đăng/เผยแพร่/प्रकाशित/पब्लिश/প্রকাশ/প্রকাশিত/પ્રકાશિત/ਪ੍ਰਕਾਸ਼ਿਤ/வெளியிடப்பட்டது/பதிவு/ప్రచురణ/పబ్లిష్/ಪ್ರಕಟಣೆ/പ്രസിദ്ധീകരിച്ചത്/شائع/اشاعت/نشر/تاريخ النشر/انتشار/منتشر شده/פורסם/發布/发布/发表/發表/公開/配信/掲載/입력/등록/imechapishwa/inilathala';

const any = (words: string) =>
  words
    .split('/')
    .map((word) => foldLine(word).replace(/ /g, '\\s'))
    .sort((a, b) => b.length - a.length)
    .join('|');

/** The letters of Chinese, Japanese and Korean stand without spaces; a word elsewhere has ends, though not always its own. */
const LABEL = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(${any(UPDATED)})|(${any(PUBLISHED)}))(?![a-z])|(?<=[\\d日分\\s])(更新|수정)|(?<=[\\d日分\\s])(公開|配信|掲載|发布|發布|입력)`,
  'gu',
);

/** A part of a line, whether a word for publication or change goes with it, and whether it tells of a change. */
export interface LabelledPart {
  readonly text: string;
  readonly label: boolean;
  readonly updated: boolean;
}

/** Parts a folded line at the words for publication and change; each part bears the word before it. */
export function partByLabels(line: string): LabelledPart[] {
  const labels = [...line.matchAll(LABEL)].map((match) => ({
    updated: match[1] !== undefined || match[3] !== undefined,
    start: match.index,
    end: match.index + match[0].length,
  }));
  const [first] = labels;
  if (first === undefined) return [{ text: line, label: false, updated: false }];
  const last = labels.at(-1);
  const lead = line.slice(0, first.start);
  // Where the word stands behind what it is about, nothing follows it.
  const behind = last !== undefined && labels.length === 1 && !/\d/.test(line.slice(last.end));
  if (behind) return [{ text: line, label: true, updated: first.updated }];
  return [
    { text: lead, label: false, updated: false },
    ...labels.map(({ updated, end }, index) => ({
      text: line.slice(end, labels[index + 1]?.start),
      label: true,
      updated,
    })),
  ];
}
