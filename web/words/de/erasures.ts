/** In German: erasing people for good: what would go, what stays, and what was erased. */
import type { ErasureWords } from "../en/erasures.ts";

export const erasures: ErasureWords = {
  erase: "Endgültig löschen…",
  title: (count, shown) => (count === 1 ? "Eine Person endgültig löschen" : `${shown} Personen endgültig löschen`),
  looking: "In allen Protokollen und Dateien wird nachgesehen, was wegfiele…",
  waits: "Ein Import ist im Gange. Es geht weiter, sobald er zu Ende ist.",
  interrupted: "Ein Import wurde unterbrochen. Setzen Sie ihn fort oder brechen Sie ihn ab, dann geht es weiter.",
  goes: "Das fällt weg, und nichts bringt es zurück: kein Rückgängig, und kein Import, der fortgesetzt wird.",
  places: {
    contacts: (count, shown) =>
      count === 1 ? "der Kontakt mit allen Werten" : `${shown} Kontakte, mit denen, die in ihnen aufgingen`,
    lines: (count, shown) =>
      `${count === 1 ? "1 Zeile" : `${shown} Zeilen`} in Protokollen von Importen: nur die Ergebnisse bleiben`,
    rows: (count, shown) => `${count === 1 ? "1 Zeile" : `${shown} Zeilen`} gespeicherter Dateien`,
    uploads: (count, shown) =>
      count === 1
        ? "1 Datei, die auf ihren Import wartet und Zeilen von ihnen hat, ganz"
        : `${shown} Dateien, die auf ihren Import warten und Zeilen von ihnen haben, ganz`,
    opportunities: (count, shown) =>
      count === 1
        ? "die Verbindung zu 1 Verkaufschance, die ohne Kontakt bleibt"
        : `die Verbindungen zu ${shown} Verkaufschancen, die ohne Kontakt bleiben`,
    merges: (count, shown) =>
      count === 1 ? "der Rückweg von 1 Zusammenführung" : `der Rückweg von ${shown} Zusammenführungen`,
    runs: (count, shown) => (count === 1 ? "1 Lauf eines Ablaufs" : `${shown} Läufe von Abläufen`),
    effects: (count, shown) =>
      `${count === 1 ? "1 Nachricht" : `${shown} Nachrichten`} von Abläufen: was noch nicht gesendet ist, entfällt`,
  },
  mentioned:
    "Auch hier werden sie genannt. Das bleibt, wie es ist, denn es sagt zugleich etwas über andere. Ändern Sie es von Hand:",
  outside:
    "In Sicherungen, Exporten und gesendeten Nachrichten stehen sie weiterhin. Wer eine ältere Sicherung einspielt, löscht sie noch einmal: Die Liste in den Einstellungen bewahrt die IDs.",
  keep: "Behalten",
  now: "Endgültig löschen",
  again: "Noch einmal versuchen",
  started: "Sie werden im Hintergrund gelöscht.",
  says: "Wer endgültig gelöscht wurde, von wem und wann. Bewahrt werden IDs und Anzahlen, keine Namen.",
  none: "Niemand wurde gelöscht",
  noneSays: "Ein Admin löscht eine Person auf der Seite des Kontakts.",
  people: (count, shown) => (count === 1 ? "1 Person" : `${shown} Personen`),
  asked: (who, when) => `${who}, ${when}`,
  states: {
    planning: "wird nachgesehen",
    planned: "noch nicht gelöscht",
    erasing: "wird gelöscht",
    erased: "gelöscht",
    refused: "zurzeit nicht möglich",
  },
  look: "Einzelheiten",
  looks: (people, when) => `Einzelheiten: ${people}, ${when}`,
  ids: "IDs",
  went: "Das ist weg:",
};
