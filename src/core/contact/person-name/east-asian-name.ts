/**
 * Chinese, Japanese, Korean and Vietnamese names, which begin with the family name. In their own scripts that is certain;
 * where no space parts the two, the family name must be one that is known. In Latin letters both orders are in use, and the
 * names themselves must say which it is.
 */

import type { NameParts } from "./name-parts.ts";
import { wordKey } from "./name-words.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The hundred commonest Chinese family names, simplified and traditional. */
const CHINESE = new Set(
  "王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯于董蕭萧程曹袁鄧邓許许傅沈曾彭呂吕蘇苏盧卢蔣蒋蔡賈贾丁魏薛葉叶閻阎余潘杜戴夏鍾钟汪田任姜范方石姚譚谭廖鄒邹熊金陸陆郝孔白崔康毛邱秦江史顧顾侯邵孟龍龙萬万段雷錢钱湯汤尹黎易常武喬乔賀贺賴赖龔龚文习習邢莫章梅辛管祝左涂穆甘覃包骆駱裴翁牛牟柯齐齊樊葛詹",
);
const CHINESE_COMPOUND = words(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 令狐 慕容 东方 東方 尉迟 尉遲 公孙 公孫 司徒 夏侯 端木 南宫 南宮",
);
const JAPANESE = words(`
  佐藤 鈴木 高橋 田中 渡辺 渡邊 渡邉 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 清水 山崎 阿部 森 池田 橋本 山下 石川
  中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田
  中山 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 小島 小山 千葉 久保 松井
  岩崎 桜井 野口 松尾 野村 木下 菊地 菊池 佐野 大塚 杉本 古川 島田 新井 水野 山内 平野 市川 渡部 浜田
`);
const KOREAN_COMPOUND = words("남궁 황보 제갈 사공 선우 서문 독고 동방");
const KOREAN_LATIN = words(
  "kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song yoo hong ban moon oh ko noh baek nam bae chung im cha yun ryu son shim kwak",
);
const CHINESE_LATIN = words(`
  wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng dong xiao
  cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao xi ai bai bao bo che chi chu cui duan fei geng gong gu hou ji kang kong lei lai mao meng mo ning niu ou pei qi qian qiao qin qiu qu ruan shao shi tang tong wan wen weng xiang xiong yin you yu zhai zhan zhuang zou zuo
`);
const VIETNAMESE = words("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly");
const VIETNAMESE_MIDDLE = words("van thi");
/** One or more syllables of Pinyin; of several in one word hardly any family name is made. */
const PINYIN =
  /^(?:[bpmfw]o|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|uang|iong|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|e|i|u)|[aeo]n?g?|ai|ao|ou|er){1,3}$/;

const HAN = /^[\p{Script=Han}々]+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const OWN_SCRIPT = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々ー]+$/u;
const KATAKANA_NAMES = /^([\p{Script=Katakana}ー]+)[・･]([\p{Script=Katakana}ー]+)$/u;

/** Undefined = not a name of this kind; null = one, and its parts cannot be told. */
export function splitEastAsian(names: readonly string[]): NameParts | null | undefined {
  const [first = "", second = "", ...more] = names;
  const foreign = names.length === 1 ? KATAKANA_NAMES.exec(first) : null;
  if (foreign !== null) return { given: foreign[1] ?? "", family: foreign[2] ?? "" };
  if (names.every((name) => OWN_SCRIPT.test(name))) {
    if (names.length === 1) return unspaced(first);
    return more.length === 0 ? { given: second, family: first } : null;
  }
  return inLatin(names);
}

function unspaced(name: string): NameParts | null {
  const letters = [...name];
  const cut = (at: number): NameParts => ({ family: letters.slice(0, at).join(""), given: letters.slice(at).join("") });
  const begins = (known: ReadonlySet<string>, length: number): boolean =>
    letters.length > length && letters.length <= length + 3 && known.has(letters.slice(0, length).join(""));
  if (HANGUL.test(name)) {
    if (begins(KOREAN_COMPOUND, 2) && letters.length === 4) return cut(2);
    return letters.length === 2 || letters.length === 3 ? cut(1) : null;
  }
  if (!HAN.test(name)) return null;
  if (begins(JAPANESE, 3)) return cut(3);
  if (begins(CHINESE_COMPOUND, 2) || begins(JAPANESE, 2)) return cut(2);
  return letters.length <= 3 && begins(CHINESE, 1) ? cut(1) : null;
}

function inLatin(names: readonly string[]): NameParts | null | undefined {
  const keys = names.map(wordKey);
  const [first = "", second = ""] = keys;
  if (VIETNAMESE.has(first) && VIETNAMESE_MIDDLE.has(second) && names.length > 2) {
    return { family: names[0] ?? "", given: names.at(-1) ?? "" };
  }
  if (VIETNAMESE.has(first) && names.length === 3 && names.every((name) => name.length <= 5)) return null;
  if (names.length !== 2) return undefined;
  const familyFirst = { family: names[0] ?? "", given: names[1] ?? "" };
  if (KOREAN_LATIN.has(first) && /^\p{L}{2,5}-\p{L}{2,5}$/u.test(names[1] ?? "")) return familyFirst;
  if (!CHINESE_LATIN.has(first)) return undefined;
  if (!PINYIN.test(second)) return undefined;
  return CHINESE_LATIN.has(second) || second.length < 5 ? null : familyFirst;
}
