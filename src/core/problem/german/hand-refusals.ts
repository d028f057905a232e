/** In German: contacts that are made or corrected by hand. */
import type { handRefusals } from "../hand-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanHandRefusals: GermanOf<typeof handRefusals> = {
  values_refused: {
    title: "Diese Werte lassen sich nicht speichern",
    cause: "Ein Kontakt von Hand wird wie eine Zeile eines Imports geprüft und ganz oder gar nicht gespeichert.",
    fix: "Berichtigen Sie die genannten Werte.",
  },
  contact_exists: {
    title: "Jemanden wie diesen gibt es schon",
    cause: "Ein anderer Kontakt hat denselben Wert in dem, woran Kontakte hier erkannt werden.",
    fix: "Ändern Sie den vorhandenen Kontakt, oder speichern Sie trotzdem.",
  },
  field_read_only: {
    title: "Dieses Feld wird nicht von Hand geschrieben",
    cause: "IDs vergibt der Arbeitsbereich, und manche Felder bedeuten unter seinen Regeln nichts.",
    fix: "Lassen Sie das Feld weg.",
  },
};
