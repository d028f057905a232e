/** In German: the first step of an import, and what stands around all four. */
import type { ImportFileWords } from "../en/import-file.ts";

export const importFile: ImportFileWords = {
  title: "Import",
  steps: "Schritte des Imports",
  step: { file: "Datei", columns: "Spalten", check: "Prüfen", run: "Import" },
  mayNot: "Sie dürfen hier nicht importieren",
  mayNotFix: "Bitten Sie einen Admin des Arbeitsbereichs um eine Rolle, die es darf.",
  off: "In diesem Arbeitsbereich ist der Import ausgeschaltet",
  offFix: "Bitten Sie einen Admin oder den Betreiber des Servers, ihn in den Regeln einzuschalten.",
  drop: "Ziehen Sie Ihre Datei hierher",
  dropAnywhere: "Lassen Sie die Datei irgendwo los",
  orPaste: "oder fügen Sie Zeilen ein, die Sie in einer Tabelle kopiert haben",
  pick: "Datei auswählen",
  format: {
    csv: "CSV",
    tsv: "TSV",
    xlsx: "Excel (.xlsx)",
    ods: "OpenDocument (.ods)",
    vcard: "vCard",
    json: "JSON",
    ndjson: "JSON-Zeilen",
    ldif: "LDIF",
  },
  sending: (name) => `${name} wird hochgeladen`,
  stop: "Abbrechen",
  linesAre: "Jede Zeile ist",
  object: {
    contacts: "ein Kontakt",
    accounts: "ein Konto",
    opportunities: "eine Verkaufschance",
    "contacts,opportunities": "ein Kontakt mit Verkaufschance",
    pipelines: "eine Stufe einer Pipeline",
  },
  modeIs: "Der Import darf",
  mode: { create: "Anlegen", update: "Ändern", both: "Anlegen und ändern" },
  modeSays: {
    create: "Legt neue an; was es schon gibt, bleibt, wie es ist.",
    update: "Ändert, was es schon gibt; legt nichts Neues an.",
    both: "Ändert, was es schon gibt, und legt den Rest an.",
  },
  expected: "Spalten, die Ihre Datei haben kann",
  expectedText:
    "In jeder Reihenfolge und Schreibweise, nicht alle. Andere Spalten sehen Sie, bevor etwas importiert wird.",
  required: "Pflicht",
  anyOf: (ways) => ways.join(" oder "),
  templateExcel: "Excel-Vorlage",
  templateCsv: "CSV-Vorlage",
  another: "Andere Datei",
  toColumns: "Weiter zu den Spalten",
  bytes: (bytes, shown) =>
    bytes < 1000
      ? `${shown(bytes)} Byte`
      : bytes < 1e6
        ? `${shown(Math.round(bytes / 100) / 10)} kB`
        : `${shown(Math.round(bytes / 1e5) / 10)} MB`,
  whichSheet: "Welches Blatt ist es?",
  whichSheetText: "Die Mappe hat mehrere Blätter mit Werten, und eines davon wird importiert.",
  looksLike: {
    accounts: "Diese Zeilen sehen nach Konten aus, nicht nach Kontakten",
    opportunities: "Diese Zeilen sehen nach Verkaufschancen aus, nicht nach Kontakten",
    "contacts,opportunities": "Diese Zeilen sehen nach Kontakten mit je einer Verkaufschance aus",
    pipelines: "Diese Zeilen sehen nach Stufen von Pipelines aus, nicht nach Kontakten",
  },
  looksLikeText: (columns) =>
    `In der Kopfzeile stehen ${columns.map((column) => `„${column}“`).join(", ")}. Sagen Sie, was jede Zeile ist; vorher wird nichts importiert.`,
  linesAreThat: {
    contacts: "Es sind Kontakte",
    accounts: "Es sind Konten",
    opportunities: "Es sind Verkaufschancen",
    "contacts,opportunities": "Es sind Kontakte mit Verkaufschancen",
    pipelines: "Es sind Stufen von Pipelines",
  },
  continues: "Diese Datei setzt einen Import fort",
  moreThan: (lines) => `mehr als ${lines}`,
  continuesLines: (count, shown) =>
    count === 1 ? "Sie bringt 1 Zeile wieder, aus" : `Sie bringt ${shown} Zeilen wieder, aus`,
  continuesOf: (when) => `(${when}).`,
  continuesHow:
    "Sie werden gelesen, zugeordnet und erkannt wie damals. Zeilen, die schon importiert sind, werden nicht noch einmal importiert.",
  continuesColumns: (columns) =>
    `Die Spalten ${columns.join(", ")} sagen nur, welche Zeile welche ist: Sie werden nicht importiert.`,
  linesAreOf: (object) => `Jede Zeile ist ${object}.`,
  readAgain: "So noch einmal lesen",
  readAgainHint: "Was Sie zu den Spalten gesagt haben, bleibt.",
  unread: "So konnte die Datei nicht gelesen werden. Ändern Sie, was davon nicht stimmt.",
  readAs: (parts) => `Gelesen als ${parts}.`,
  sheetNamed: (name) => `Blatt „${name}“`,
  partedBy: (sign) => `Zellen getrennt durch ${sign}`,
  headerFirst: "mit Spaltennamen in der ersten Zeile",
  headerOn: (line) => `mit Spaltennamen in Zeile ${line}`,
  headerNone: "ohne Spaltennamen",
  encoding: "Zeichensatz",
  parted: "Zellen sind getrennt durch",
  delimiter: { ",": "Komma", ";": "Semikolon", "\t": "Tabulator", "|": "senkrechten Strich" },
  sheet: "Blatt",
  hasHeader: "Erste Zeile nennt die Spalten",
  asGuessed: "Wie erkannt",
  preview: "Erste Zeilen der Datei",
  lineHead: "Zeile",
  line: (line) => `Zeile ${line}`,
  column: (number) => `Spalte ${number}`,
};
