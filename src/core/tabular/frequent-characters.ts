/**
 * The characters that East Asian names, places and companies are made of, by language. Bytes read in the wrong encoding
 * give rare characters of the same scripts, so how common the characters are tells more than which script they are of.
 */

export type EastAsianLanguage = "japanese" | "korean" | "chinese" | "traditional-chinese";

/** White space is for reading only. */
const CHARACTERS: Readonly<Record<EastAsianLanguage, string>> = {
  japanese: `
山田中村佐藤鈴木高橋伊渡辺小林加吉斎松井本石川前後岡長谷近遠青池金森西東北南上下大野原平内水島崎阿部安三四五六七八九十一二太郎花子美香和恵真由幸次雄夫明正義博健翔
都道府県市区町村京阪港渋谷新宿横浜名古屋神戸福広札幌千葉埼玉株式会社有限商事製作所電話番号氏姓住業営部課係員代表取締役役職備考日月年時様方御客先生メールアドレス`,
  korean: `
김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지나엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국
영희철수호준서연지우예은현정민재승혜경숙자미선순시군동로길읍면리부산대구광역울세종특별주식회사전자무역상업과장사원대표이름전화번호주소메일직책팀은행학교건설산업서울`,
  chinese: `
王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚
伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志海玉红春梅小大天一北京上海广州深圳市南省区县路街号室有限公司科技贸易股份集团经理总部中国东西电话手机姓名邮箱地址备注客户业务销售工程师主任职位城`,
  "traditional-chinese": `
王李張劉陳楊黃趙周吳徐孫朱馬胡郭林何高梁鄭羅宋謝唐韓曹許鄧蕭馮曾程蔡彭潘袁于董余蘇葉呂魏蔣田杜丁沈姜范江傅鍾盧汪戴崔任陸廖姚方金邱夏譚韋賈鄒石熊孟秦薛侯雷白龍段郝孔邵史毛常萬顧賴武康賀嚴尹錢施牛洪龔
偉芳娜敏靜麗強磊軍洋勇艷傑娟濤明超秀霞平剛桂英華文建國志海玉紅春梅小大天一美玲淑惠雅婷怡君家豪台臺北高雄新竹中南市省區縣板橋路街號樓室有限公司科技貿易股份集團經理總部東西電話手機姓名信箱地址備註客戶業務銷售工程師主任職位城`,
};

const SETS = new Map<EastAsianLanguage, ReadonlySet<string>>();

/** Kana count as common in Japanese: nothing else has them in numbers. */
export function isCommon(char: string, language: EastAsianLanguage): boolean {
  let set = SETS.get(language);
  if (!set) {
    set = new Set(CHARACTERS[language].replace(/\s/g, ""));
    SETS.set(language, set);
  }
  return set.has(char) || (language === "japanese" && /[\u3041-\u3096\u30a1-\u30fc]/.test(char));
}
