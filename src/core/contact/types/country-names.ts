/**
 * Names of countries: ISO 3166 codes with two and three letters, the names that `Intl` knows in the main business
 * languages, and what people write besides. Built on first use; a name that could be two countries ("Korea") is left out.
 */

/** Two-letter code followed by three-letter code, for every country of ISO 3166-1, and Kosovo's user-assigned codes. */
const CODES =
  "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL " +
  "BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD " +
  "CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA " +
  "DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF " +
  "GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN " +
  "IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA " +
  "KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE " +
  "MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM " +
  "NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM " +
  "PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN " +
  "SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL " +
  "TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR " +
  "VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

const LANGUAGES =
  "en de fr es it pt nl sv da nb fi pl cs sk hu ro tr el ru uk ja ko zh zh-Hant ar he hi id vi th".split(" ");

/** What people write and no catalogue has. */
const ALIASES: Readonly<Record<string, string>> = {
  US: "США|Соединённые Штаты Америки|アメリカ|米国|美國|EE. UU.|EUA|E.U.A.|US of A|U.S.A.|U.S.|United States of America|The United States|America|Estados Unidos de América|EE.UU.|EEUU|États-Unis d'Amérique|Vereinigte Staaten von Amerika",
  GB: "Vereinigtes Königreich Großbritannien und Nordirland|Schottland|Angleterre|Écosse|Inghilterra|Escocia|Англия|Великобритания|イングランド|UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland|Großbritannien|England (UK)|Grande-Bretagne|Gran Bretaña|Inglaterra|Gran Bretagna|Groot-Brittannië",
  NL: "Holanda|Olanda|Hollande|Países Bajos|Holland|The Netherlands|Nederland|Pays-Bas",
  DE: "BR Deutschland|République fédérale d'Allemagne|República Federal de Alemania|Federal Republic of Germany|Bundesrepublik Deutschland|BRD|FRG",
  GR: "EL|Hellas|Hellenic Republic",
  CZ: "Tschechische Republik|République tchèque|República Checa|Repubblica Ceca|República Tcheca|Tsjechische Republiek|Czech Republic|Czech Rep.|Česká republika",
  KR: "Republik Korea|République de Corée|República de Corea|대한민국|大韓民国|大韩民国|South Korea|Republic of Korea|Korea, Republic of|Korea (South)|Korea South|S. Korea",
  KP: "North Korea|Korea, Democratic People's Republic of|DPRK|N. Korea",
  AE: "الإمارات|VAE|EAU|E.A.U.|Emiratos Árabes|UAE|U.A.E.|Emirates",
  RU: "Russische Föderation|Fédération de Russie|Federación de Rusia|Federazione Russa|Russian Federation|Российская Федерация",
  BY: "Weißrussland|Weissrussland|Białoruś|Белоруссия|Byelorussia",
  AT: "Oesterreich",
  VN: "Viet Nam|Socialist Republic of Vietnam",
  CI: "Elfenbeinküste|Costa d'Avorio|Costa do Marfim|Ivory Coast|Cote d'Ivoire",
  CD: "DR Congo|DRC|Democratic Republic of the Congo|Congo, Democratic Republic of the|Congo, the Democratic Republic of the|Congo-Kinshasa|Zaire",
  CG: "Republic of the Congo|Congo-Brazzaville",
  MM: "Birma|Birmanie|Birmania|Burma|Myanmar",
  MK: "Mazedonien|Macédoine|Nordmazedonien|Macedonia|FYROM|Republic of North Macedonia|Macedonia, the former Yugoslav Republic of",
  SZ: "Swasiland|Swaziland",
  CV: "Kapverden|Kap Verde|Cape Verde|Cabo Verde",
  TR: "Turkey|Türkiye|Turkiye",
  TL: "Osttimor|East Timor|Timor-Leste",
  HK: "Hong Kong|Hongkong|Hong Kong SAR",
  MO: "Macau|Macao",
  CN: "Volksrepublik China|中华人民共和国|中華人民共和国|中華人民共和國|PR China|P.R. China|PRC|People's Republic of China|Mainland China|VR China",
  TW: "臺灣|Taiwan, Province of China|Republic of China|Taiwan ROC|R.O.C.",
  BO: "Bolivia, Plurinational State of|Plurinational State of Bolivia",
  VE: "Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela",
  IR: "Iran, Islamic Republic of|Islamic Republic of Iran",
  LA: "Lao People's Democratic Republic|Lao PDR|Laos",
  MD: "Moldawien|Moldavia|Moldavie|Moldova, Republic of|Republic of Moldova",
  SY: "Syrian Arab Republic",
  TZ: "Tanzania, United Republic of|United Republic of Tanzania",
  PS: "Palestine|Palestine, State of|State of Palestine|Palestinian Territory, Occupied",
  FM: "Micronesia, Federated States of|Federated States of Micronesia",
  BN: "Brunei Darussalam",
  VA: "Holy See|Vatican|Holy See (Vatican City State)",
  IE: "Southern Ireland|Irische Republik|Republic of Ireland|Éire",
  ZA: "RSA|Republic of South Africa",
  SA: "السعودية|KSA|Kingdom of Saudi Arabia",
  NZ: "Aotearoa",
  BA: "Bosnia|Bosnia & Herzegovina",
  TT: "Trinidad",
  GM: "The Gambia",
  BS: "The Bahamas",
  PH: "The Philippines|Philippines (the)",
  VG: "British Virgin Islands|Virgin Islands, British",
  VI: "US Virgin Islands|Virgin Islands, U.S.",
  XK: "Kosovo",
  CH: "Suisse|Svizzera|Swiss Confederation",
};

/** Letters and digits only, in lower case and without accents: `Côte d'Ivoire` and `COTE DIVOIRE` are the same name. */
export function foldCountryName(name: string): string {
  const letters = name.normalize("NFKD").toLowerCase().replaceAll("&", "and");
  return letters.replace(/[^\p{L}\p{N}]/gu, "").replace(/^the(?=.)/, "");
}

function add(names: Map<string, string>, ambiguous: Set<string>, name: string, code: string): void {
  const key = foldCountryName(name);
  if (key === "") return;
  if ((names.get(key) ?? code) !== code) ambiguous.add(key);
  names.set(key, code);
}

/** As on cars, and in front of post codes, in the countries where addresses are written so: `D`, `A`, `CH`. */
const OF_CARS = [
  ["D", "DE"],
  ["A", "AT"],
] as const;

/** Two- and three-letter codes in upper case. A code is only what is written as one: folded, `n/a` would be Namibia. */
export const COUNTRY_CODES: ReadonlyMap<string, string> = new Map([
  ...CODES.split(" ").flatMap((pair) => [
    [pair.slice(0, 2), pair.slice(0, 2)] as const,
    [pair.slice(2), pair.slice(0, 2)] as const,
  ]),
  ...OF_CARS,
]);

/** Every folded name, with the two-letter code of its country. */
export function buildCountryNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const ambiguous = new Set<string>();
  const codes = new Set(COUNTRY_CODES.values());
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of codes) add(names, ambiguous, display.of(code) ?? "", code);
  }
  for (const key of ambiguous) names.delete(key);
  // Aliases are certain: they win over a name of another language that happens to be spelled the same.
  for (const [code, aliases] of Object.entries(ALIASES)) {
    for (const alias of aliases.split("|")) names.set(foldCountryName(alias), code);
  }
  return names;
}
