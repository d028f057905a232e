/** In German: the third step of an import: what it would do. */
import { columnsInWords, type ImportCheckWords } from "../en/import-check.ts";

const MANY: Readonly<Record<string, readonly [one: string, many: string]>> = {
  contacts: ["Kontakt", "Kontakte"],
  accounts: ["Konto", "Konten"],
  opportunities: ["Verkaufschance", "Verkaufschancen"],
  "contacts,opportunities": ["Zeile", "Zeilen"],
  pipelines: ["Stufe", "Stufen"],
};

export const counted = (count: number, object: string): string =>
  (MANY[object] ?? ["Zeile", "Zeilen"])[count === 1 ? 0 : 1];

export const importCheck: ImportCheckWords = {
  changedMeanwhile: "Inzwischen hat jemand anderes diesen Import geändert",
  changedMeanwhileFix:
    "Es wurde nichts gestartet. Dies ist der Plan, wie er jetzt ist: Sehen Sie ihn noch einmal an und starten Sie ihn dann.",
  planning: "Jede Zeile wird angesehen",
  read: (lines) => `${lines} Zeilen bisher`,
  nothingYet: "Noch wird nichts geschrieben. Erst sehen Sie, was mit jeder Zeile geschehen würde.",
  filter: "Zeilen nach Ergebnis zeigen",
  allLines: "Zeilen",
  will: {
    created: "werden angelegt",
    updated: "werden geändert",
    unchanged: "bleiben, wie sie sind",
    skipped: "werden über\u00ADsprungen",
    failed: "bitte ansehen",
  },
  willOne: {
    created: "Anlegen",
    updated: "Ändern",
    unchanged: "Unverändert",
    skipped: "Übergehen",
    failed: "Braucht Sie",
  },
  did: {
    created: "angelegt",
    updated: "geändert",
    unchanged: "unverändert",
    skipped: "übersprungen",
    failed: "fehlerhaft",
  },
  problems: "Probleme",
  found: {
    failed: "Zeilen, die so nicht importiert werden können",
    skipped: "Zeilen, die übersprungen werden",
    other: "Außerdem gefunden: Etwas bleibt weg oder ist anzusehen",
  },
  howRead: "So wurde sie gelesen",
  makesAccounts: (count, shown) => (count === 1 ? "1 Konto wird angelegt." : `${shown} Konten werden angelegt.`),
  errorLines: "Fehlerhafte Zeilen herunterladen",
  grid: "Zeilen der Datei, und was aus ihnen würde",
  outcome: "Ergebnis",
  why: "Warum",
  others: "Ändert auch",
  same: (key, value) => `Gleich (${key}): ${value}`,
  keys: {
    id: "ID",
    external_id: "externe ID",
    email: "E-Mail",
    phone: "Telefon",
    linkedin_url: "LinkedIn-Adresse",
    account_email: "E-Mail innerhalb des Kontos",
    account_name: "Konto und Name",
    name: "Name",
    domain: "Domain",
    same_line: "dieselbe Zeile derselben Datei",
  },
  sameAs: (name, why) => `${name} · ${why}`,
  earlierLine: "Eine frühere Zeile dieser Datei",
  madeByLine: (name, line) => `${name}, aus Zeile ${line}`,
  matchedContact: "Der vorhandene Kontakt:",
  matchedLine: (line) => `Zeile ${line} dieser Datei hat ihn angelegt.`,
  otherName: (row, name) =>
    `Die Zeile nennt „${row}“, der vorhandene Kontakt heißt „${name}“: bitte ansehen, ob er derselbe ist.`,
  isNew: "Niemand hier ist so",
  leftOut: (columns) =>
    columns.length === 0
      ? ""
      : `${columns.length} ${columns.length === 1 ? "Zelle bleibt" : "Zellen bleiben"} weg: ${columnsInWords(columns)}`,
  empty: "leer",
  noLines: "Keine Zeile ist so.",
  correct: "Zelle berichtigen",
  howToCorrect: "Tippen oder Eingabetaste drücken, um sie zu berichtigen",
  everywhere: "Überall berichtigen",
  cellOn: (header, line) => `${header}, Zeile ${line}`,
  go: (count, shown, object) => `${shown} ${counted(count, object)} importieren`,
  discard: "Verwerfen",
  discarded: "Der Plan ist verworfen. Es wurde nichts importiert.",
  checkAgain: "Noch einmal prüfen",
  checkAgainHint: "Plant neu, wenn Sie anderswo etwas in Ordnung gebracht haben",
  willDo: ({ created, updated }) =>
    `Zeilen, die anlegen: ${created}, die ändern: ${updated}. Es lässt sich zurücknehmen.`,
  goAccounts: "Angaben zu Konten importieren",
  willDoAccounts: ({ created, changed }) =>
    `Kein Kontakt ändert sich. Konten, die angelegt werden: ${created}; Zeilen, die ihr Konto ändern: ${changed}. Es lässt sich zurücknehmen.`,
  willDoNothing: "Keine Zeile würde etwas ändern.",
};
