/** In German: many contacts changed at once: what can be done, what was done, and the way back. */
import type { BulkWords } from "../en/bulk.ts";

export const bulk: BulkWords = {
  chooseMatching: (shown) => `Alle ${shown} gefundenen auswählen`,
  chooseEvery: (shown) => `Alle ${shown} auswählen`,

  tags: "Tags",
  tagsHint: "Tag eingeben",
  addTags: "Hinzufügen",
  removeTags: "Entfernen",
  owner: "Zuständig",
  nobody: "Niemand",
  setOwner: "Zuständige Person setzen",
  doNotTouch: "Nicht kontaktieren",
  mark: "Als „Nicht kontaktieren“ markieren",
  unmark: "„Nicht kontaktieren“ zurücknehmen",
  delete: "Löschen",
  more: "Mehr",

  count: (count, shown) => (count === 1 ? "1 Kontakt" : `${shown} Kontakte`),
  added: (tags) => `Tag hinzugefügt: ${tags}`,
  removed: (tags) => `Tag entfernt: ${tags}`,
  owned: (owner) => `Zuständig ist jetzt ${owner}`,
  ownedByNobody: "Niemand mehr zuständig",
  marked: "Als „Nicht kontaktieren“ markiert",
  unmarked: "„Nicht kontaktieren“ zurückgenommen",
  made: "Angelegt",
  edited: "Geändert",
  deleted: "Gelöscht",
  unchanged: "Nichts zu ändern: Alle waren schon so.",
  undo: "Rückgängig",
  undone: (shown) => `Zurückgenommen: ${shown} wie vorher.`,
  stayed: (count, shown) =>
    count === 1 ? "1 behält, was seitdem geändert wurde." : `${shown} behalten, was seitdem geändert wurde.`,

  running: (what) => `${what}…`,
  soFar: (shown) => `bisher ${shown}`,
  undoing: (what) => `„${what}“ wird zurückgenommen…`,
  waits: "wartet, bis der Import beendet ist",
  interrupted: "wartet auf einen unterbrochenen Import: Setzen Sie ihn fort oder brechen Sie ihn ab",

  title: "Massenänderungen",
  says: "Kontakte, die zusammen geändert wurden. Jede Änderung lässt sich zurücknehmen: Was seitdem bearbeitet wurde, bleibt, wie es ist.",
  none: "Noch keine Massenänderungen",
  noneText:
    "Wählen Sie Kontakte in der Liste aus, um ihnen Tags oder eine zuständige Person zu geben, sie zu markieren oder zu löschen. Was geschah, steht hier und lässt sich zurücknehmen.",
  toContacts: "Zu den Kontakten",
  by: (who, when) => `${who}, ${when}`,
  alike: (shown) => `${shown} waren schon so`,
  spared: (shown) => `${shown} wurden inzwischen geändert und bleiben`,
  takenBack: (who, when) => `Zurückgenommen von ${who}, ${when}`,
  gone: (shown) => `${shown} sind nicht mehr da`,
  away: (shown) => `Jetzt zusammengeführt oder gelöscht: ${shown}. Erst das rückgängig machen, dann dies noch einmal`,
  expired: "Zu lange her, um zurückgenommen zu werden",
  loadMore: "Mehr zeigen",

  byHand: (who) => `${who}, in einer Massenänderung`,
  open: "Massenänderungen zeigen",
};
