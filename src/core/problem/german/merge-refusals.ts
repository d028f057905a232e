/** In German: merges of contacts. */
import type { mergeRefusals } from "../merge-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanMergeRefusals: GermanOf<typeof mergeRefusals> = {
  merge_unknown: {
    title: "Diese Zusammenführung gibt es nicht",
    cause: "Unter dieser ID wurden hier keine Kontakte zusammengeführt.",
    fix: "Die Seite eines Kontakts zeigt, welche Kontakte mit ihm zusammengeführt wurden.",
  },
  merge_invalid: {
    title: "So lassen sich diese Kontakte nicht zusammenführen",
    cause: "Zusammengeführt wird in einen Kontakt, der bleibt, aus einem oder mehreren anderen.",
    fix: "Wählen Sie jeden Kontakt einmal, und den, der bleiben soll.",
  },
  merge_undone: {
    title: "Die Zusammenführung ist zurückgenommen",
    cause: "Die Kontakte sind wieder jeder für sich.",
    fix: "Führen Sie sie noch einmal zusammen, wenn Sie das wollen.",
  },
  merge_covered: {
    title: "Eine spätere Zusammenführung kommt zuerst",
    cause: "Der Kontakt, der dabei blieb, wurde danach selbst mit einem anderen zusammengeführt.",
    fix: "Nehmen Sie zuerst die spätere zurück.",
  },
  contacts_changed: {
    title: "Die Kontakte wurden inzwischen geändert",
    cause: "Zwischen Vorschau und Antwort hat jemand einen der Kontakte geändert; die Vorschau stimmt nicht mehr.",
    fix: "Sehen Sie sich die Vorschau noch einmal an.",
  },
  import_at_work: {
    title: "Ein Import ist im Gange",
    cause:
      "Ein Import dieses Arbeitsbereichs wird geschrieben oder zurückgenommen, oder er wurde unterbrochen und kann diese Kontakte betreffen.",
    fix: "Warten Sie, bis er zu Ende ist, setzen Sie ihn fort, oder brechen Sie ihn ab.",
  },
};
