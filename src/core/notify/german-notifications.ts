/** The words of notifications in German. */
import { germanCatalogue } from "../problem/german/catalogue.ts";
import type { NotificationWords } from "./notification-words.ts";

const COUNTS =
  "Angelegt: {created}. Geändert: {updated}. Unverändert: {unchanged}. Übersprungen: {skipped}. Fehlgeschlagen: {failed}.";

export const GERMAN: NotificationWords = {
  language: "de",
  events: {
    import_planned: {
      title: "{file} ist geplant und wartet auf Sie",
      text: "Nichts wird geschrieben, bevor Sie den Import starten. Zeilen: {lines}. Anzulegen: {created}. Zu ändern: {updated}. Unverändert: {unchanged}. Zu überspringen: {skipped}. Nicht importierbar: {failed}.",
    },
    import_done: { title: "{file} ist importiert", text: `Zeilen: {lines}. ${COUNTS}` },
    import_done_with_failures: {
      title: "{file} ist importiert, doch nicht alle Zeilen",
      text: `Zeilen: {lines}. ${COUNTS} Die fehlerhaften Zeilen können heruntergeladen, berichtigt und noch einmal importiert werden.`,
    },
    import_refused: { title: "{file} wurde nicht importiert", text: "{problem}. Nichts wurde geschrieben." },
    import_interrupted: {
      title: "Der Import von {file} ist stehen geblieben",
      text: "Was im Protokoll steht, bleibt, und nichts ist verloren. Fertige Zeilen: {done} von {lines}. Er geht weiter, sobald jemand ihn fortsetzt.",
    },
    undo_done: {
      title: "{file} ist zurückgenommen",
      text: "Gelöscht: {deleted}. Zeilen, deren Änderungen zurückgenommen wurden: {restored}. Geblieben, weil seither geändert: {kept}.",
    },
    effect_given_up: {
      title: "An {target} konnte etwas nicht gesendet werden",
      text: "Es wurde aufgegeben: {error}. Es steht unter den Nachrichten, bis jemand es noch einmal versucht oder verwirft. Was sonst dorthin geht, kann auch warten oder scheitern; davon gibt es eine Mitteilung am Tag.",
    },
    invited: { title: "{by} hat Sie in {workspace} eingeladen", text: "Ihre Rolle dort: {role}." },
    duplicates_found: {
      title: "{file}: Einige Kontakte daraus könnte es doppelt geben",
      text: "Mögliche Dubletten: {pairs}. Nichts wird von selbst zusammengeführt.",
    },
  },
  planOfNothing: {
    title: "{file} ist geplant und würde nichts ändern",
    text: "Es gibt nichts zu starten: Keine Zeile würde etwas ändern. Zeilen: {lines}. Unverändert: {unchanged}. Zu überspringen: {skipped}. Nicht importierbar: {failed}.",
  },
  problem: (code) => germanCatalogue[code].title,
  open: "Import öffnen",
  why: "Sie erhalten dies, weil Ihr Profil in Muster es so sagt; dort können Sie es ändern.",
};
