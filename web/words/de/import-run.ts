/** In German: the last step of an import: at work, and what became of it. */
import type { ImportRunWords } from "../en/import-run.ts";
import { counted } from "./import-check.ts";

export const importRun: ImportRunWords = {
  running: "Wird importiert",
  waiting: "Der Import beginnt gleich",
  waitingText: "Noch ist nichts geschrieben. Er beginnt, sobald neben anderer Arbeit Platz ist.",
  done: (lines) => `${lines} Zeilen fertig`,
  doneOf: (lines, total) => `${lines} von ${total} Zeilen fertig`,
  rate: (rows) => `${rows} Zeilen pro Sekunde`,
  left: (seconds, shown) => (seconds < 90 ? `noch ${shown(seconds)} s` : `noch ${shown(Math.round(seconds / 60))} min`),
  goesOn: "Sie können diese Seite verlassen: Der Import läuft weiter.",
  leave:
    "Sie können diese Seite verlassen: Der Import läuft im Hintergrund weiter, und Sie erfahren, wann er zu Ende ist.",
  cancel: "Import anhalten",
  resume: "Weitermachen",
  interrupted: "Der Import wurde unterbrochen",
  interruptedFix: "Nichts ist verloren: Was geschrieben wurde, ist verzeichnet, und beim Weitermachen kommt der Rest.",
  toContacts: "Kontakte ansehen",
  see: {
    "/contacts": "Kontakte ansehen",
    "/accounts": "Konten ansehen",
    "/opportunities": "Verkaufschancen ansehen",
  },
  another: "Weitere Datei importieren",
  ledger: "Was aus den Zeilen wurde",
  balance: (lines, sum) => `${lines} Zeilen gelesen = ${sum}: Jede Zeile ist verzeichnet.`,
  endedAccounts: "Fertig: Konten sind geändert, an Kontakten war nichts zu ändern",
  ended: (count, shown, { object, made }) =>
    count === 0
      ? "Fertig: Nichts war zu ändern"
      : `Fertig: ${shown} ${counted(count, object)} importiert${made === null ? "" : `, ${made}`}`,
  made: (count, shown, object) => `${shown} ${counted(count, object)} angelegt`,
  madeAccounts: (count, shown) => (count === 1 ? "1 Konto wurde angelegt." : `${shown} Konten wurden angelegt.`),
  state: {
    cancelled: "Angehalten: Die Zeilen davor sind importiert",
    undoing: "Er wird zurückgenommen",
    undone: "Der Import wurde zurückgenommen",
  },
  discarded: "Verworfen: Es wurde nichts importiert",
  took: (seconds) => `Es dauerte ${seconds} s.`,
  tookNoTime: "Es dauerte weniger als eine Sekunde.",
  next: "Was Sie nun tun können",
  errorLines: (count, shown) =>
    count === 1 ? "Die fehlerhafte Zeile herunterladen" : `Die ${shown} fehlerhaften Zeilen herunterladen`,
  errorLinesFix: () =>
    "Berichtigen Sie sie in einer Tabelle und importieren Sie diese Datei: Sie setzt diesen Import fort und wiederholt keine gute Zeile.",
  duplicates: "Mögliche Dubletten ansehen",
  duplicatesText: "Kontakte, die dieselbe Person sein könnten. Von selbst wird nichts zusammengeführt.",
  undo: "Den Import ansehen oder zurücknehmen",
  details: "Den Import ansehen",
  undoText:
    "Jede Zeile mit dem, was aus ihr wurde. Vor dem Zurücknehmen sehen Sie, was zurückgeht und was seither geändert wurde.",
};
