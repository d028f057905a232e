/** In German: one contact made or changed by hand. */
import type { HandWords } from "../en/hand.ts";

export const hand: HandWords = {
  title: "Neuer Kontakt",
  says: "Jeder Wert wird geprüft wie bei einem Import.",
  moreFields: "Weitere Felder",
  save: "Anlegen",
  saveKeys: "Strg + Enter legt ihn an.",
  cancel: "Abbrechen",
  made: (name) => `${name} wurde angelegt`,
  notMade: "Noch nicht angelegt",

  isHere: "Schon hier:",
  anyway: "Trotzdem speichern",

  change: (field) => `${field} ändern`,
  add: "Wert hinzufügen",
  addHint: "Welches Feld?",
  changed: (field) => `${field} geändert`,
  changedMeanwhile:
    "Jemand hat den Kontakt inzwischen geändert. Sehen Sie ihn an, wie er jetzt ist, und speichern Sie dann noch einmal.",
  keys: "Enter speichert, Escape lässt es, wie es war",
  keysLong: "Strg + Enter speichert, Escape lässt es, wie es war",

  remove: "Löschen",
  by: (who) => `${who}, von Hand`,
  in: {
    create: "Von Hand angelegt",
    edit: "Von Hand geändert",
  },
};
