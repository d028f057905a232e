/** In German: bulk changes. */
import type { bulkRefusals } from "../bulk-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanBulkRefusals: GermanOf<typeof bulkRefusals> = {
  bulk_change_unknown: {
    title: "Diese Sammeländerung gibt es nicht",
    cause: "Unter dieser ID wurden hier keine Kontakte gemeinsam geändert.",
    fix: "Wählen Sie eine, die unter Kontakte, Sammeländerungen steht.",
  },
  bulk_change_invalid: {
    title: "So lassen sich Kontakte nicht ändern",
    cause: "Eine Sammeländerung sagt, welche Kontakte sie meint, und das Eine, was mit ihnen allen geschehen soll.",
    fix: "Wählen Sie Kontakte dieses Arbeitsbereichs und eine Änderung, die seine Richtlinie erlaubt.",
  },
  bulk_change_undone: {
    title: "Die Sammeländerung ist zurückgenommen",
    cause: "Was die Kontakte vorher enthielten, steht wieder da oder wird gerade wiederhergestellt.",
    fix: "Auf der Seite der Sammeländerungen steht, was zurückging und was blieb. Ändern Sie die Kontakte noch einmal, wenn Sie das wollen.",
  },
  bulk_change_expired: {
    title: "Die Sammeländerung lässt sich nicht mehr zurücknehmen",
    cause: "Was Kontakte vorher enthielten, wird nur eine Zeit lang aufbewahrt; gelöschte Kontakte 30 Tage.",
    fix: "Ändern Sie die Kontakte noch einmal gemeinsam, oder importieren Sie die Datei noch einmal, aus der sie kamen.",
  },
};
