/** In German: saved views. */
import type { viewRefusals } from "../view-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanViewRefusals: GermanOf<typeof viewRefusals> = {
  view_unknown: {
    title: "Diese Ansicht gibt es nicht",
    cause: "Unter dieser ID ist hier keine Ansicht gespeichert, die Sie sehen dürfen.",
    fix: "Wählen Sie eine aus dem Menü über der Liste.",
  },
  view_invalid: {
    title: "So lässt sich die Ansicht nicht speichern",
    cause: "Eine Ansicht trägt einen Namen von einer Zeile, und jeder kann nur eine begrenzte Zahl von ihnen behalten.",
    fix: "Wählen Sie einen anderen Namen, oder entfernen Sie eine Ansicht, die niemand mehr braucht.",
  },
};
