/** In German: erasing people. */
import type { erasureRefusals } from "../erasure-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanErasureRefusals: GermanOf<typeof erasureRefusals> = {
  erasure_unknown: {
    title: "Diese Löschung gibt es nicht",
    cause:
      "Unter dieser ID sollte hier niemand endgültig gelöscht werden, oder es wurde vor mehr als einem Tag nur nachgesehen, was wegfiele.",
    fix: "Wählen Sie eine, die unter Einstellungen, Gelöschte Personen steht, oder beginnen Sie sie noch einmal.",
  },
  erasure_begun: {
    title: "Die Löschung hat begonnen",
    cause:
      "Sie ist schon geschehen oder geschieht gerade: Sie lässt sich weder noch einmal beginnen noch zurücknehmen.",
    fix: "Sehen Sie sich die Löschung an: Sie sagt, was aus ihr geworden ist.",
  },
  waiting_import_names_them: {
    title: "Ein Import, der wartet, nennt diese Personen",
    cause:
      "Eine Datei, die empfangen oder geplant und noch nicht importiert ist, hat Zeilen dieser Personen: Sie kämen mit ihr zurück.",
    fix: "Entfernen Sie diesen Import, oder führen Sie ihn zuerst aus; dann löschen Sie die Personen.",
  },
  source_file_expired: {
    title: "Die Datei wird nicht mehr aufbewahrt",
    cause:
      "Der Arbeitsbereich bewahrt Dateien nur eine Zeit lang auf, oder aus dieser ließen sich die Zeilen gelöschter Personen nicht nehmen.",
    fix: "Verwenden Sie Ihr Original der Datei; das Protokoll des Imports sagt weiter, was aus jeder Zeile wurde.",
  },
  history_expired: {
    title: "Frühere Werte werden nicht mehr aufbewahrt",
    cause:
      "Der Arbeitsbereich bewahrt die Geschichte von Importen nur eine Zeit lang auf, und die dieses Imports ist vorbei.",
    fix: "Berichtigen Sie, was falsch ist, mit einem neuen Import. Wie lange aufbewahrt wird, steht unter Einstellungen → Regeln.",
  },
};
