/** In German: what pages say that have nothing to show. */
import type { EmptyWords } from "../en/empty.ts";

export const empty: EmptyWords = {
  accounts: "Noch keine Konten",
  accountsText:
    "Konten kommen mit den Kontakten: Importieren Sie eine Datei mit einer Spalte wie Firma, und ihre Kontakte gehören dazu.",
  opportunities: "Noch keine Verkaufschancen",
  opportunitiesText:
    "Importieren Sie eine Datei mit Verkaufschancen, oder eine mit Kontakten und ihren Verkaufschancen.",
  imports: "Noch keine Importe",
  importsText: "Hier steht jeder Import mit dem, was aus jeder Zeile wurde, und lässt sich zurücknehmen.",
  tasks: "Es läuft nichts",
  tasksText: "Hier steht, was läuft, wartet oder fehlgeschlagen ist.",
  settings: "Einstellungen",
  settingsText: "Regeln, Felder, Mitglieder und Verbindungen dieses Arbeitsbereichs.",
  importFile: "Datei importieren",
};
