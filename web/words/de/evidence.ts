/**
 * In German: how a file was read and what its columns show. The sentences are kept with the import as they were said in English,
 * so that they are recognised by their words; one that is not known here stays English.
 */
import { recogniser, type Sentence } from "../../../src/core/problem/german/sentences.ts";

/** `{cell}` is a cell and where it stands. */
const SENTENCES: readonly Sentence[] = [
  // Format and sheet.
  ["The file begins with BEGIN:VCARD.", "Die Datei beginnt mit BEGIN:VCARD."],
  ["The file begins with an entry of a directory (dn:).", "Die Datei beginnt mit einem Verzeichniseintrag (dn:)."],
  ["The file begins as JSON does.", "Die Datei beginnt wie JSON."],
  [
    "The file is a list of recipients, as mail programs copy it: each of them is a row.",
    "Die Datei ist eine Liste von Empfängern, wie Mailprogramme sie kopieren: Jeder von ihnen ist eine Zeile.",
  ],
  [
    "Every line of the file says what it is (Name: …): each block of lines is a row.",
    "Jede Zeile der Datei sagt, was in ihr steht (Name: …): Jeder Block von Zeilen ist eine Zeile der Tabelle.",
  ],
  ["The file holds one JSON object behind the other.", "Die Datei enthält ein JSON-Objekt nach dem anderen."],
  ["The file is a zip archive that holds a workbook ({}).", "Die Datei ist ein ZIP-Archiv mit einer Mappe ({})."],
  [
    "The file is a zip archive that holds an OpenDocument spreadsheet.",
    "Die Datei ist ein ZIP-Archiv mit einer OpenDocument-Tabelle.",
  ],
  [
    "The file is a zip archive of {} files with contact cards, read one behind the other.",
    "Die Datei ist ein ZIP-Archiv mit {} Dateien voller Visitenkarten, hintereinander gelesen.",
  ],
  [
    "The file is a zip archive, and what is read is “{}” in it.",
    "Die Datei ist ein ZIP-Archiv; gelesen wird „{}“ darin.",
  ],
  [
    "The file is a gzip archive, and what is read is the file in it.",
    "Die Datei ist ein GZIP-Archiv; gelesen wird die Datei darin.",
  ],
  ["The workbook counts its days from 1904.", "Die Mappe zählt ihre Tage ab 1904."],
  ["The sheet “{}” was asked for.", "Das Blatt „{}“ wurde gewählt."],
  [
    "The sheet “{}” was asked for; not read besides: {}.",
    "Das Blatt „{}“ wurde gewählt; weitere, die nicht gelesen werden: {}.",
  ],
  ["The sheet “{}” is the only one.", "„{}“ ist das einzige Blatt."],
  ["The sheet “{}” is the only visible one with values.", "„{}“ ist das einzige sichtbare Blatt mit Werten."],
  [
    "1 hidden row is read like the others: row {}. Delete what is not to be read, or copy what is seen to a sheet of its own.",
    "1 ausgeblendete Zeile wird gelesen wie die anderen: Zeile {}. Löschen Sie, was nicht gelesen werden soll, oder kopieren Sie, was zu sehen ist, in ein eigenes Blatt.",
  ],
  [
    "{} hidden rows are read like the others: the first is row {}. Delete what is not to be read, or copy what is seen to a sheet of its own.",
    "{} ausgeblendete Zeilen werden gelesen wie die anderen: zuerst Zeile {}. Löschen Sie, was nicht gelesen werden soll, oder kopieren Sie, was zu sehen ist, in ein eigenes Blatt.",
  ],
  [
    "Cells merged over several rows, in column {}: {count}. Only the first row of each has the value; the others are read as empty there. Take the merging back and fill the value in where it belongs to every row.",
    "Über mehrere Zeilen verbundene Zellen, in Spalte {}: {count}. Nur die jeweils erste Zeile hat den Wert; in den anderen gilt er als leer. Lösen Sie die Verbindung, und füllen Sie den Wert aus, wo er zu jeder Zeile gehört.",
  ],
  [
    "Cells merged over several rows, in columns {count}: {count}. Only the first row of each has the value; the others are read as empty there. Take the merging back and fill the value in where it belongs to every row.",
    "Über mehrere Zeilen verbundene Zellen, in den Spalten {count}: {count}. Nur die jeweils erste Zeile hat den Wert; in den anderen gilt er als leer. Lösen Sie die Verbindung, und füllen Sie den Wert aus, wo er zu jeder Zeile gehört.",
  ],
  ["Groups are no contacts and are left out: {}.", "Gruppen sind keine Kontakte und bleiben weg: {}."],
  ["The file names its values.", "Die Datei benennt ihre Werte selbst."],
  // Encoding.
  ["The encoding {} was given.", "Der Zeichensatz {} wurde gewählt."],
  ["The file starts with a {} byte order mark.", "Die Datei beginnt mit einer Bytereihenfolge-Marke für {}."],
  ["Characters beyond ASCII: {}, all valid UTF-8.", "Zeichen jenseits von ASCII: {}, alle gültiges UTF-8."],
  ["Every byte is plain ASCII, which UTF-8 contains.", "Jedes Byte ist einfaches ASCII, das in UTF-8 enthalten ist."],
  [
    "The bytes are not valid UTF-8; read as {} they make words such as {words}.",
    "Die Bytes sind kein gültiges UTF-8; gelesen als {} ergeben sie Wörter wie {words}.",
  ],
  [
    "The bytes are hardly UTF-8; read as {} they make words such as {words}. They would be valid UTF-8 too, with letters of two scripts in one word.",
    "Die Bytes sind kaum UTF-8; gelesen als {} ergeben sie Wörter wie {words}. Sie wären auch gültiges UTF-8, mit Buchstaben zweier Schriften in einem Wort.",
  ],
  [
    "Characters beyond ASCII: {} in valid UTF-8; lines with bytes that are not: {}; the cells with them are read as {}. The bytes are not valid UTF-8; read as {} they make words such as {words}.",
    "Zeichen jenseits von ASCII: {} in gültigem UTF-8; Zeilen mit Bytes, die es nicht sind: {}; Zellen mit ihnen werden als {} gelesen. Gelesen als {} ergeben sie Wörter wie {words}.",
  ],
  [
    "Characters beyond ASCII: {} in valid UTF-8; lines with bytes that are not: {}. They make no sense in another encoding either, and their cells are marked.",
    "Zeichen jenseits von ASCII: {} in gültigem UTF-8; Zeilen mit Bytes, die es nicht sind: {}. Auch in keinem anderen Zeichensatz ergeben sie Sinn, und ihre Zellen sind markiert.",
  ],
  [
    "Every byte is plain ASCII, and escapes switch to Japanese characters, as in ISO-2022-JP.",
    "Jedes Byte ist einfaches ASCII, und Steuerfolgen schalten auf japanische Zeichen um, wie in ISO-2022-JP.",
  ],
  [
    "There is no byte order mark, but every two bytes are a character and they stand in lines, as in {}.",
    "Es gibt keine Bytereihenfolge-Marke, aber je zwei Bytes sind ein Zeichen, und sie stehen in Zeilen, wie in {}.",
  ],
  [
    "There is no byte order mark, but a zero byte in {} of the byte pairs, as {} has.",
    "Es gibt keine Bytereihenfolge-Marke, aber ein Nullbyte in {} der Bytepaare, wie in {}.",
  ],
  [
    "There is no byte order mark, but every four bytes are one character, as in {}.",
    "Es gibt keine Bytereihenfolge-Marke, aber je vier Bytes sind ein Zeichen, wie in {}.",
  ],
  [
    "The bytes are not valid UTF-8 and no encoding clearly fits; {} is only the likeliest.",
    "Die Bytes sind kein gültiges UTF-8, und kein Zeichensatz passt eindeutig; {} ist nur der wahrscheinlichste.",
  ],
  [
    "The bytes are not valid UTF-8 and no encoding clearly fits; {} is only the likeliest, in which a word reads {words}.",
    "Die Bytes sind kein gültiges UTF-8, und kein Zeichensatz passt eindeutig; {} ist nur der wahrscheinlichste, in dem ein Wort so lautet: {words}.",
  ],
  // Delimiter, quotes, ends of lines.
  ["The delimiter {} was given.", "Das Trennzeichen {} wurde gewählt."],
  [
    "No delimiter cuts the lines alike: the file has one column.",
    "Kein Trennzeichen teilt die Zeilen gleich: Die Datei hat eine Spalte.",
  ],
  ["With {}, {} of {} rows have {} columns.", "Mit {} haben {} von {} Zeilen {} Spalten."],
  [
    "With {}, {} of {} rows have {} columns; with {} {} of {} would have {}.",
    "Mit {} haben {} von {} Zeilen {} Spalten; mit {} hätten {} von {} Zeilen {}.",
  ],
  ["The first line, sep=, names the delimiter and is no row.", "Die erste Zeile, sep=, nennt das Trennzeichen."],
  ["The quote {} was given.", "Das Anführungszeichen {} wurde gewählt."],
  ["No quote was asked for.", "Es wurde kein Anführungszeichen gewählt."],
  [
    "Quotes are not paired, so that they are read as text.",
    "Anführungszeichen stehen nicht paarweise und werden als Text gelesen.",
  ],
  ["No cell is quoted; {} would be the quote.", "Keine Zelle steht in Anführungszeichen; es wäre {}."],
  ["Cells that start and end with {}: {}.", "Zellen, die mit {} beginnen und enden: {}."],
  [
    "Cells that start and end with {}: {}; quotes inside them follow a backslash.",
    "Zellen, die mit {} beginnen und enden: {}; Anführungszeichen darin folgen auf einen Backslash.",
  ],
  ["Lines end with {}, as on old Macs.", "Zeilen enden mit {}, wie auf alten Macs."],
  ["Lines end with {}.", "Zeilen enden mit {}."],
  ["Lines end in different ways; each is honoured.", "Zeilen enden verschieden; jedes Ende gilt."],
  // Header.
  [
    "The table starts on line {}; above it is a note, no row.",
    "Die Tabelle beginnt in Zeile {}; darüber steht ein Vermerk.",
  ],
  [
    "The table starts in row {}; above it is a note, no row.",
    "Die Tabelle beginnt in Zeile {}; darüber steht ein Vermerk.",
  ],
  ["Above the table stand lines that are no rows of it.", "Über der Tabelle stehen Zeilen, die nicht zu ihr gehören."],
  [
    "The line above the header groups its columns; their names do without it.",
    "Die Zeile über der Kopfzeile fasst Spalten zusammen; ihre Namen kommen ohne sie aus.",
  ],
  [
    "Two lines make up the header: the upper one groups the columns of the lower one.",
    "Zwei Zeilen bilden die Kopfzeile: Die obere fasst die Spalten der unteren zusammen.",
  ],
  [
    "Two lines make up the header: names that the upper one leaves open stand in the lower one.",
    "Zwei Zeilen bilden die Kopfzeile: Namen, die in der oberen fehlen, stehen in der unteren.",
  ],
  [
    "The line below the header explains the columns and is no row.",
    "Die Zeile unter der Kopfzeile erklärt die Spalten.",
  ],
  ["The first row names the columns.", "Die erste Zeile nennt die Spalten."],
  ["There is no row.", "Es gibt keine Zeile."],
  ["A header was said to be there.", "Eine Kopfzeile wurde angegeben."],
  ["No header was said to be there.", "Es wurde angegeben, dass keine Kopfzeile da ist."],
  [
    "The first row names the columns: words that headers use in {} of its cells; columns of values unlike their first cell: {}.",
    "Die erste Zeile nennt die Spalten: Wörter von Kopfzeilen in {} ihrer Zellen; Spalten, deren Werte anders sind als ihre erste Zelle: {}.",
  ],
  [
    "The first row names the columns: words that headers use in {} of its cells.",
    "Die erste Zeile nennt die Spalten: Wörter von Kopfzeilen in {} ihrer Zellen.",
  ],
  [
    "The first row names the columns: columns of values unlike their first cell: {}.",
    "Die erste Zeile nennt die Spalten: Spalten, deren Werte anders sind als ihre erste Zelle: {}.",
  ],
  [
    "The first row names the columns: it holds no value.",
    "Die erste Zeile nennt die Spalten: Sie enthält keine Werte.",
  ],
  [
    "The first row is data: addresses, numbers or the like in {} of its cells.",
    "Die erste Zeile enthält Daten: Adressen, Nummern oder dergleichen in {} ihrer Zellen.",
  ],
  [
    "The first row is data: it has empty cells and no word that headers use.",
    "Die erste Zeile enthält Daten: Sie hat leere Zellen und kein Wort von Kopfzeilen.",
  ],
  [
    "Nothing tells whether the first row names the columns; it is taken to, as in most files.",
    "Nichts zeigt, ob die erste Zeile die Spalten nennt; es wird angenommen, wie in den meisten Dateien.",
  ],
  // What a column shows.
  ["{cell} is day first, but {cell} is month first", "{cell} hat den Tag vorn, {cell} den Monat"],
  ["{cell} means day first", "{cell} zeigt: Tag zuerst"],
  ["{cell} means month first", "{cell} zeigt: Monat zuerst"],
  [
    "day and month could be either way round, as in {cell}",
    "Tag und Monat könnten so oder so herum stehen, wie in {cell}",
  ],
  [
    "dates are read day first, as in the import whose lines these are",
    "Daten werden mit dem Tag zuerst gelesen, wie in dem Import, dessen Zeilen dies sind",
  ],
  [
    "dates are read month first, as in the import whose lines these are",
    "Daten werden mit dem Monat zuerst gelesen, wie in dem Import, dessen Zeilen dies sind",
  ],
  [
    "numbers are read with a decimal point, as in the import whose lines these are",
    "Zahlen werden mit Dezimalpunkt gelesen, wie in dem Import, dessen Zeilen dies sind",
  ],
  [
    "numbers are read with a decimal comma, as in the import whose lines these are",
    "Zahlen werden mit Dezimalkomma gelesen, wie in dem Import, dessen Zeilen dies sind",
  ],
  ["such dates are read day first", "solche Daten werden mit dem Tag zuerst gelesen"],
  ["such dates are read month first", "solche Daten werden mit dem Monat zuerst gelesen"],
  ["such dates are read year first", "solche Daten werden mit dem Jahr zuerst gelesen"],
  ["{cell} has a decimal point, but {cell} a decimal comma", "{cell} hat einen Dezimalpunkt, {cell} ein Dezimalkomma"],
  ["{cell} means a decimal point", "{cell} zeigt einen Dezimalpunkt"],
  ["{cell} means a decimal comma", "{cell} zeigt ein Dezimalkomma"],
  [
    "the mark in {cell} could part thousands or decimals; it is read as in English",
    "das Zeichen in {cell} könnte Tausender oder Dezimalen trennen; es wird wie im Englischen gelesen",
  ],
  ["{cell} is a spreadsheet's count of days: {}", "{cell} ist die Tageszählung einer Tabelle: {}"],
  ["a spreadsheet damaged 1 value, the first is {cell}", "eine Tabelle hat 1 Wert beschädigt: {cell}"],
  ["a spreadsheet damaged {} values, the first is {cell}", "eine Tabelle hat {} Werte beschädigt, zuerst {cell}"],
  [
    "years have two digits, as in {cell}; where they stand is shown by {cell} and {cell}",
    "Jahre haben zwei Stellen, wie in {cell}; wo sie stehen, zeigen {cell} und {cell}",
  ],
  [
    "years have two digits, as in {cell}; where they stand is shown by {cell}",
    "Jahre haben zwei Stellen, wie in {cell}; wo sie stehen, zeigt {cell}",
  ],
  ["years have two digits, as in {cell}", "Jahre haben zwei Stellen, wie in {cell}"],
  [
    "years have two digits, and {cell} shows where they stand",
    "Jahre haben zwei Stellen, und {cell} zeigt, wo sie stehen",
  ],
  [
    "dates with years of two digits are not read: nothing shows their century",
    "Daten mit zweistelligen Jahren werden nicht gelesen: Nichts zeigt ihr Jahrhundert",
  ],
  [
    "dates with years of two digits are not read: say in which order they are (--date-order)",
    "Daten mit zweistelligen Jahren werden nicht gelesen: Sagen Sie im Schritt „Spalten“, in welcher Reihenfolge sie stehen",
  ],
  [
    "some cells hold several values; the first stays, the others go to the list beside the field",
    "einige Zellen enthalten mehrere Werte; der erste bleibt, die anderen kommen in die Liste neben dem Feld",
  ],
  ["most amounts are in {}, and {cell} is in {}", "die meisten Beträge sind in {}, {cell} ist in {}"],
  [
    "its header says that amounts are in {}, and {cell} is in {}",
    "der Spaltenname sagt, dass Beträge in {} sind, {cell} ist in {}",
  ],
  [
    "{cell} and all other numbers without a country are written the North American way: they are read as +1",
    "{cell} und alle anderen Nummern ohne Land sind nordamerikanisch geschrieben: Sie werden als +1 gelesen",
  ],
  [
    "{cell} and all other numbers that name a country are of {}, and the others are numbers of it: they are read so",
    "{cell} und alle anderen Nummern mit Land gehören zu {}, und die anderen sind Nummern dieses Landes: Sie werden so gelesen",
  ],
  [
    "1 cell was encoded twice and put right: “{}” {on} is “{}”",
    "1 Zelle war doppelt kodiert und ist repariert: „{}“ {on} ist „{}“",
  ],
  [
    "{} cells were encoded twice and put right: “{}” {on} is “{}”",
    "{} Zellen waren doppelt kodiert und sind repariert: „{}“ {on} ist „{}“",
  ],
  [
    "1 cell was encoded twice and an import puts that right: “{}” {on} would be “{}”",
    "1 Zelle war doppelt kodiert, ein Import repariert das: „{}“ {on} würde „{}“",
  ],
  [
    "{} cells were encoded twice and an import puts that right: “{}” {on} would be “{}”",
    "{} Zellen waren doppelt kodiert, ein Import repariert das: „{}“ {on} würde „{}“",
  ],
  [
    "1 cell looks as if encoded twice, but something was lost, so that it stays as it is: “{}” {on}",
    "1 Zelle sieht doppelt kodiert aus, doch etwas ging verloren, und sie bleibt, wie sie ist: „{}“ {on}",
  ],
  [
    "{} cells look as if encoded twice, but something was lost, so that it stays as it is: “{}” {on}",
    "{} Zellen sehen doppelt kodiert aus, doch etwas ging verloren, und sie bleiben, wie sie sind: „{}“ {on}",
  ],
  ["the first value stands in where {} is empty", "der erste Wert steht ein, wo {} leer ist"],
];

const NAMES: Readonly<Record<string, string>> = {
  comma: "Komma",
  semicolon: "Semikolon",
  tab: "Tabulator",
  pipe: "senkrechtem Strich",
};

/** The same of a row further down, which the English names by its number. */
const OF_ROWS = SENTENCES.filter(([english]) => /\bthe first row\b/i.test(english)).map(
  ([english, german]) =>
    [english.replace(/\bthe first row\b/i, "Line {}"), german.replace(/\bdie erste Zeile\b/i, "Zeile {}")] as const,
);

const VALUES: Readonly<Record<string, (value: string) => string>> = {
  "{}": (value) => NAMES[value] ?? value,
  "{cell}": (value) => value.replace(/ on line (\d+)$/, " in Zeile $1"),
  "{on}": (value) => value.replace(/^on line /, "in Zeile "),
  "{count}": (value) => value.replace(", the first ", ", zuerst ").replace(/ and (\d+) more$/, " und $1 weiteren"),
  "{words}": (value) =>
    value
      .replace(", but it could also be ", ", vielleicht aber auch ")
      .replaceAll("” as ", "” als ")
      .replaceAll(", or “", ", oder “"),
};

const recognised = recogniser(
  [...SENTENCES, ...OF_ROWS],
  (value, place) => (VALUES[place] ?? VALUES["{}"])?.(value) ?? value,
);

/** A sentence about a column stands behind its name. */
export function germanEvidence(said: string): string {
  const german = recognised(said);
  if (german !== null) return german;
  const end = said.indexOf(": ");
  return end < 0 ? said : `${said.slice(0, end)}: ${germanEvidence(said.slice(end + 2))}`;
}
