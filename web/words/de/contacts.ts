/** In German: lists of contacts, accounts and opportunities, and one of each. */
import type { ContactsWords } from "../en/contacts.ts";

export const contacts: ContactsWords = {
  search: "Suchen",
  searchContacts: "Kontakte suchen",
  searchHint: "Name, E-Mail, Telefon oder Konto",
  clearSearch: "Suche leeren",
  found: (_count, shown) => `${shown} gefunden`,
  foundMore: (shown) => `mehr als ${shown} gefunden`,
  grid: "Kontakte",
  loadingMore: "Weitere werden geholt…",
  chooseAll: "Alle geladenen auswählen",
  choose: (name) => `${name} auswählen`,
  chosen: (_count, shown) => `${shown} ausgewählt`,
  clearChoice: "Auswahl aufheben",
  mergeChosen: "Zusammenführen",
  copyEmails: "E-Mail-Adressen kopieren",
  copied: (count, shown) => (count === 1 ? "1 E-Mail-Adresse kopiert." : `${shown} E-Mail-Adressen kopiert.`),
  notCopied: (count, shown) =>
    count === 1
      ? "1 gewählter Kontakt steht nicht in der Liste, wie sie jetzt ist, und fehlt dabei. Der Export enthält alle."
      : `${shown} gewählte Kontakte stehen nicht in der Liste, wie sie jetzt ist, und fehlen dabei. Der Export enthält alle.`,
  resize: (name) => `Breite von ${name}`,

  name: "Name",
  account: "Konto",
  created: "Hinzugefügt",
  updated: "Geändert",

  add: "Hinzufügen",
  importEntry: "Importieren",
  updateEntry: "Aus einer Datei aktualisieren",
  createEntry: "Einen anlegen",
  template: "Vorlage herunterladen",
  dropZone: "Datei zum Importieren hier ablegen",
  dropHint: "Geschrieben wird erst, wenn Sie gesehen haben, was geschehen würde.",
  tooManyFiles: "Eine Datei auf einmal",
  tooManyFilesFix: "Legen Sie die Dateien nacheinander ab.",

  export: "Exportieren",
  exportAs: (format) => `Als ${format} exportieren`,
  exportNote:
    "Mit der Suche und den Filtern, die gesetzt sind. Bearbeiten Sie die Datei und bringen Sie sie zurück: Nur Geändertes wird geschrieben.",

  columns: "Spalten",
  findColumn: "Spalte finden",
  standardColumns: "Zurück zu den üblichen Spalten",
  customData: "Eigene Daten",

  views: "Ansichten",
  noViews: "Eine Ansicht behält Suche, Filter und Spalten unter einem Namen.",
  shareView: "Für alle Mitglieder",
  sharedBy: (who) => `Geteilt von ${who}`,
  saveView: "Diese Ansicht speichern",
  viewName: "Name der Ansicht",
  save: "Speichern",
  removeView: (name) => `Ansicht ${name} entfernen`,
  viewRemoved: (name) => `Die Ansicht ${name} wurde entfernt.`,
  allContacts: "Alle Kontakte",
  undo: "Rückgängig",

  none: "Noch keine Kontakte",
  noneText:
    "Importieren Sie eine Tabelle: Sie sehen, was mit jeder Zeile geschehen würde, bevor etwas geschrieben wird. Eine Datei können Sie auch irgendwo auf dieser Seite ablegen.",
  noneViewer: "Kontakte erscheinen hier, sobald jemand sie importiert.",
  noneFound: "So ist kein Kontakt",
  noneFoundText: "Ändern oder entfernen Sie einen Filter, oder suchen Sie etwas anderes.",
  removeFilters: "Suche und Filter entfernen",

  duplicates: "Mögliche Dubletten",

  bannerStarted: "Import gestartet. Kontakte werden verarbeitet…",
  bannerUndo: "Ein Import wird zurückgenommen…",
  bannerProgress: (file, done, lines) => `${file}: ${done} von ${lines} Zeilen`,
  bannerScan: (file) => `${file} wird gelesen`,
  bannerLeft: (seconds) => (seconds < 60 ? "weniger als eine Minute" : `noch etwa ${Math.round(seconds / 60)} min`),
  bannerOpen: "Zeigen",
  bannerDone: (file, created, updated) => `${file} ist importiert: ${created} angelegt, ${updated} geändert.`,
};
