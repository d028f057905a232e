/** In German: what an assistant is told. */
import type { assistantRefusals } from "../assistant-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanAssistantRefusals: GermanOf<typeof assistantRefusals> = {
  plan_unconfirmed: {
    title: "Der Plan wurde nicht bestätigt",
    cause: "Die Bestätigung fehlt, gehört zu einem anderen Plan, oder der Import hat sich seitdem geändert.",
    fix: "Sehen Sie sich den jetzigen Plan an, und bestätigen Sie ihn.",
  },
  plan_declined: {
    title: "Es wurde nicht zugestimmt",
    cause: "Auf die Frage, ob es weitergehen soll, kam ein Nein oder nichts.",
    fix: "Sagen Sie, was anders sein soll; der Plan bleibt.",
  },
  file_not_offered: {
    title: "Die Datei wird Assistenten nicht angeboten",
    cause: "Der Pfad liegt außerhalb des Ordners, der Assistenten offensteht, oder ist keine Datei.",
    fix: "Legen Sie die Datei in diesen Ordner.",
  },
};
