/**
 * The words a date may hold, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish: month names as
 * people write and abbreviate them, days of the week, ordinal endings. No word is two months in two of these languages.
 */

const MONTHS = [
  "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia sty",
  "february feb febr februar feber février févr fév febrero febbraio fevereiro fev februari luty lutego lut",
  "march mar märz mrz mär mars marzo março maart mrt marzec marca",
  "april apr avril avr abril abr aprile kwiecień kwietnia kwi",
  "may mai mayo maggio mag maio mei maj maja",
  "june jun juni juin junio giugno giu junho czerwiec czerwca cze",
  "july jul juli juillet juil julio luglio lug julho lipiec lipca lip",
  "august aug août aoû agosto ago augustus sierpień sierpnia sie",
  "september sep sept septembre septiembre setiembre settembre set sett setembro wrzesień września wrz",
  "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź",
  "november nov novembre noviembre novembro listopad listopada lis",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia gru",
];

const MARKS = /\p{M}/gu;
const unmarked = (word: string): string => word.normalize("NFD").replace(MARKS, "");

/** Words as they are written, and as they are written where accents cannot be typed. */
const spellings = (words: string): readonly string[] =>
  words.split(" ").flatMap((word) => [word, unmarked(word), word.replaceAll("ä", "ae").replaceAll("ü", "ue")]);

/** Lower-case name to month number, 1 to 12. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => spellings(names).map((name) => [name, index + 1] as const)),
);

/**
 * Read over at the start of a date: a day of the week says nothing that the date does not, an article (`le 12 mars`)
 * nothing at all.
 */
export const LEADING_WORDS: ReadonlySet<string> = new Set(
  [
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun the",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so den der am",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim le",
    "lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom el",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio il",
    "segunda terça quarta quinta sexta seg ter qua qui sex feira dia em",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz dnia",
  ].flatMap(spellings),
);

/** `1st`, `1er`, `12e`, `1º`, `1ª`. */
export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th", "er", "e", "ème", "º", "ª", "°"]);
