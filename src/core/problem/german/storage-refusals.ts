/** What data folder, database and object storage did not take or give. */
import type { storageRefusals } from "../storage-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanStorageRefusals: GermanOf<typeof storageRefusals> = {
  store_busy: {
    title: "Die Datenbank ist beschäftigt",
    cause: "Ein anderer Vorgang schreibt schon so lange, dass dieser nicht weiter gewartet hat.",
    fix: "Warten Sie einen Augenblick, und versuchen Sie es noch einmal.",
  },
  store_unreachable: {
    title: "Die Datenbank ist nicht zu erreichen",
    cause: "Die Datenbank antwortet nicht, lässt Muster nicht herein, oder die Verbindung zu ihr ist abgebrochen.",
    fix: "Versuchen Sie es gleich noch einmal; bleibt es dabei, bitten Sie den Betreiber des Servers, nachzusehen.",
  },
  store_half_moved: {
    title: "Die Daten ziehen gerade um",
    cause:
      "Ein Umzug in diese Datenbank ist abgebrochen oder noch unterwegs, sodass sie noch nicht alles enthält; oder die Daten werden gerade anderswohin kopiert und sollen sich währenddessen nicht ändern.",
    fix: "Bitten Sie den Betreiber des Servers, den Umzug zu Ende zu führen.",
  },
  move_refused: {
    title: "Die Daten können nicht dorthin umziehen",
    cause: "Ein Umzug füllt eine leere Datenbank, mit Daten, mit denen währenddessen niemand arbeitet.",
    fix: "Bitten Sie den Betreiber des Servers, Server und Worker anzuhalten und eine leere Datenbank zu nennen.",
  },
  store_newer: {
    title: "Die Daten sind von einer neueren Version",
    cause: "Eine neuere Version von Muster hat die Daten geschrieben; diese könnte beschädigen, was sie nicht kennt.",
    fix: "Bitten Sie den Betreiber des Servers, Muster zu aktualisieren.",
  },
  store_read_only: {
    title: "In den Datenordner kann nicht geschrieben werden",
    cause: "Der Ordner, seine Datenbank oder der Datenträger ist schreibgeschützt oder gehört jemand anderem.",
    fix: "Bitten Sie den Betreiber des Servers, das Schreiben zuzulassen.",
  },
  store_damaged: {
    title: "Die Daten sind beschädigt",
    cause:
      "Die Datenbank ist nicht, was Muster geschrieben hat: abgeschnitten, überschrieben oder auf einem defekten Datenträger.",
    fix: "Bitten Sie den Betreiber des Servers, die letzte Sicherung zurückzuspielen und den Datenträger zu prüfen.",
  },
  disk_full: {
    title: "Der Datenträger ist voll",
    cause: "Es war kein Platz mehr zum Schreiben. Was vorher geschrieben wurde, ist sicher.",
    fix: "Bitten Sie den Betreiber des Servers, Platz zu schaffen, und setzen Sie den Import dann fort.",
  },
  storage_unreachable: {
    title: "Der Objektspeicher antwortet nicht",
    cause:
      "Der Dienst, der die Dateien aufbewahrt, hat auch nach mehreren Versuchen nicht oder mit einem Fehler geantwortet. Was vorher geschrieben wurde, ist sicher.",
    fix: "Warten Sie, bis der Dienst wieder antwortet, und setzen Sie den Import dann fort. Dauert es an, fragen Sie den Betreiber des Servers.",
  },
  storage_refused: {
    title: "Der Objektspeicher lehnt ab, was verlangt wird",
    cause:
      "Den Speicherbereich gibt es nicht oder nicht in dieser Region, oder der Schlüssel dazu ist falsch, abgelaufen oder reicht nicht aus.",
    fix: "Bitten Sie den Betreiber des Servers, die Einstellungen des Objektspeichers zu berichtigen, und setzen Sie den Import dann fort.",
  },
};
