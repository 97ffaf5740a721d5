/** Foreign names in Chinese: runs of the characters that the press uses to write sounds. */
import { cutHanSingly, type LongestWord, mergeUnknown, type Piece } from './unspaced';

// The characters that transliteration tables of the Chinese press use, simplified and traditional.
const SOUND_CHARACTERS = new Set(
  '阿埃艾爱愛安昂奥奧巴拜班邦保鲍鮑贝貝本比彼宾賓波伯勃博布查茨达達戴丹道德登迪蒂丁杜多恩尔爾法凡范菲费費芬丰冯馮弗夫福富盖蓋甘冈岡高戈格根古瓜圭哈海汉漢赫亨洪侯胡华華怀懷霍基吉加贾賈简簡江杰傑金京居卡凯凱坎康考柯科克肯库庫夸奎昆拉莱萊赖賴兰蘭朗劳勞勒雷李里丽麗利莉连連廉列林琳卢盧鲁魯路伦倫罗羅洛吕呂马馬玛瑪迈邁麦麥曼毛梅门門蒙米密明摩莫默姆穆纳納娜奈南内內尼年涅宁寧纽紐农農努诺諾欧歐帕潘庞龐佩彭皮平珀普齐齊奇契恰乔喬琴丘让讓热熱日荣榮茹瑞若撒萨薩塞赛賽桑森沙莎珊尚绍紹舍圣聖施什史士舒斯朔思苏蘇孙孫索塔台泰坦汤湯唐陶特腾騰提廷图圖土托陀瓦万萬旺威韦韋维維魏温溫文翁沃乌烏伍武西希锡錫夏香肖谢謝辛欣雄休修许許逊遜雅亚亞延扬揚耶叶葉伊易因英尤约約泽澤扎詹章哲珍芝治兹茲子宗佐祖佛弥彌郭',
);
/** Words of the lexicon up to this length may be part of a name: 阿拉 is one by itself. */
const LONGEST_PIECE = 2;
/** A run of other unknown characters is a word up to this length. */
const LONGEST_UNKNOWN = 4;

/**
 * Cuts a run of Chinese characters: known words, foreign names, and runs of what is neither. A name is two neighbouring
 * pieces or more of one or two sound characters each, of which one at least is no known word: 阿拉|格|齐 is 阿拉格齐.
 */
export function cutChinese(run: string, longestWord: LongestWord): Piece[] {
  const pieces = cutHanSingly(run, longestWord);
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; ) {
    let end = i;
    while (end < pieces.length && isSound(pieces[end])) end++;
    const name = pieces.slice(i, end);
    const [first] = name;
    if (first && name.length > 1 && name.some(({ known }) => !known)) {
      joined.push({ text: name.map(({ text }) => text).join(''), at: first.at, known: true });
      i = end;
      continue;
    }
    const piece = pieces[i];
    if (piece) joined.push(piece);
    i++;
  }
  return mergeUnknown(joined, LONGEST_UNKNOWN);
}

function isSound(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.text.length <= LONGEST_PIECE &&
    [...piece.text].every((letter) => SOUND_CHARACTERS.has(letter))
  );
}
