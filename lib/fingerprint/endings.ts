/** Endings and clitics that languages write together with a name: what is left without them. */

/**
 * Case endings, particles and clitics, longest first, by language. They are cut only where a name of three letters and
 * more remains. Facts of grammar; languages that are not listed write names bare or with separate words.
 */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  bn: ending('দেরকে দের গুলোর গুলো য়ের ের এর য়ে কে তে রা য় র ে ও ই'),
  mr: ending('च्या ांनी ांना ांचा ांची ांचे ाने ाला ाचा ाची ाचे नी ने ला ना चा ची चे त'),
  gu: ending('ના ની નો ને નું માં થી એ'),
  ne: ending('हरूको हरू को का की ले लाई मा बाट'),
  ta: ending('ுக்கு க்கு ுடன் உடன் ின் யின் வின் ில் யில் வில் ால் யால் ுக்கான ை யை வை'),
  te: ending('లో కు కి ను ని తో పై కోసం నుంచి నుండి'),
  kn: ending('ಕ್ಕೆ ಗೆ ಯಲ್ಲಿ ನಲ್ಲಿ ದಲ್ಲಿ ಲ್ಲಿ ಅನ್ನು ವನ್ನು ಯನ್ನು ನನ್ನು ಿನ ಯ ನ ದ ರ'),
  ml: ending('ിന്റെ ന്റെ യുടെ ുടെ ിൽ യിൽ ിന് ക്ക് ിനെ യെ നെ ുമായി യുമായി ും'),
  si: ending('ගේ ට ෙන් ින් වල'),
  ko: ending('에게서 에서는 에서 에게 으로 까지 부터 이라고 라고 과의 와의 은 는 이 가 을 를 의 에 와 과 도 로 만'),
  ru: ending('ами ями ого его ому ему ыми ими ого ой ый ий ом ем ым им ах ях ов ев ам ям у а е ы и ю я'),
  uk: ending('ами ями ого ому ові еві ими ой ий ом ем им ах ях ів їв ам ям у а і и ю я'),
  be: ending('амі ямі ага аму ом ем ым ім ах ях аў яў ам ям у а е ы і ю я'),
  bg: ending('ът ят та то те а я'),
  sr: ending('ом ем има ама ов ев ова у а е и'),
  pl: ending('owi iem em owie ów ami ach ego emu ą ę a u y i'),
  cs: ending('ovi em ům ech ami ého ému ou a u y e i'),
  ro: ending('ului lui ul ei ii'),
  fi: ending('ssa ssä sta stä lla llä lta ltä lle ksi iin een in en n a ä'),
  hu: ending('nak nek ban ben ból ből ról ről tól től hoz hez val vel ra re nál nél on en ön ot et t'),
  tr: ending('nın nin nun nün ın in un ün dan den tan ten da de ta te ya ye yı yi yu yü a e ı i u ü'),
  az: ending('nın nin nun nün ın in un ün dan dən da də ya yə a ə ı i u ü'),
  kk: ending('ның нің дың дің тың тің нан нен дан ден тан тен ға ге қа ке ны ні ды ді ты ті да де та те'),
  uz: ending('ning dan ga da ni'),
  ka: ending('ისთვის თან ისა ის მა ით ში ს ი'),
  de: ending('s'),
  sv: ending('s'),
  da: ending('s'),
  no: ending('s'),
  nl: ending('s'),
  id: ending('nya'),
  el: ending('ς'),
  fa: ending('های ها ی'),
  ps: ending('ونو ه ې'),
};
const CLITICS: Readonly<Record<string, RegExp>> = {
  ar: clitic('وبال وال بال فال کال لل ال و ب ل ف ک'),
  he: clitic('שב של שה וה וב ול ומ לה בה ב ל מ ה ו ש כ'),
  am: clitic('የ በ ለ ከ ስለ እና'),
};

/** The word without its ending or clitic; null where it has none. */
export function bareName(word: string, lang: string): string | null {
  const [clitics, endings] = [CLITICS[lang], ENDINGS[lang]];
  let bare = clitics ? word.replace(clitics, '') : word;
  if (endings) bare = bare.replace(endings, '');
  return bare === word ? null : bare;
}

function ending(list: string): RegExp {
  return new RegExp(`(?<=[\\p{L}\\p{M}]{3})(?:${list.replaceAll(' ', '|')})$`, 'u');
}

function clitic(list: string): RegExp {
  return new RegExp(`^(?:${list.replaceAll(' ', '|')})(?=[\\p{L}\\p{M}]{3})`, 'u');
}
