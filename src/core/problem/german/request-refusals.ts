/** In German: why an import is turned away whole. */
import type { requestRefusals } from "../request-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

const RULES = "Einstellungen → Regeln";

export const germanRequestRefusals: GermanOf<typeof requestRefusals> = {
  mode_not_allowed: {
    title: "So darf hier nicht importiert werden",
    cause: "Die Regeln des Arbeitsbereichs lassen diese Art von Import nicht zu.",
    fix: `Wählen Sie eine der anderen Arten. Welche erlaubt sind, steht unter ${RULES}.`,
  },
  import_disabled: {
    title: "In diesem Arbeitsbereich ist der Import ausgeschaltet",
    cause: "Importiert werden kann erst, wenn ein Admin des Arbeitsbereichs es einschaltet.",
    fix: `Bitten Sie einen Admin des Arbeitsbereichs, Importe unter ${RULES} einzuschalten.`,
  },
  opportunities_off: {
    title: "Dieser Arbeitsbereich hat keine Verkaufschancen",
    cause: "Nach den Regeln wird hier nichts in Pipelines importiert.",
    fix: `Lassen Sie Verkaufschancen unter ${RULES} zu.`,
  },
  opportunities_apart: {
    title: "Kontakte und ihre Verkaufschancen kommen in eigenen Dateien",
    cause: "Nach den Regeln enthält eine Datei Kontakte oder Verkaufschancen, nicht beides.",
    fix: `Importieren Sie die Datei zweimal, als Kontakte und dann als Verkaufschancen; das wählen Sie im Schritt „Datei“. Oder erlauben Sie beides in einer Datei unter ${RULES}.`,
  },
  disclaimer_required: {
    title: "Der Hinweis wurde nicht bestätigt",
    cause: "Die Regeln verlangen, dass jeder vor einem Import den Hinweis bestätigt.",
    fix: "Lesen Sie den Hinweis im Schritt „Prüfen“, setzen Sie das Häkchen, und starten Sie den Import dann.",
  },
  preset_unknown: {
    title: "Diese Vorlage gibt es nicht",
    cause: "Keine der Vorlagen, die Muster mitbringt, heißt so.",
    fix: `Wählen Sie eine der Vorlagen unter ${RULES}.`,
  },
  policy_key_unknown: {
    title: "Diese Regel gibt es nicht",
    cause: "Keine Regel hat diesen Schlüssel.",
    fix: `Wählen Sie eine der Regeln unter ${RULES}.`,
  },
  policy_value_invalid: {
    title: "Die Regel nimmt diesen Wert nicht",
    cause: "Der Text ist keiner der Werte, die die Regel zulässt.",
    fix: "Verwenden Sie einen der genannten Werte.",
  },
  columns_none_mapped: {
    title: "Keine Spalte gehört zu einem Feld",
    cause: "Keine Spalte der Datei ist einem Feld zugeordnet; es würde nichts importiert.",
    fix: "Wählen Sie bei jeder Spalte ein Feld, oder nehmen Sie die Überschriften der Vorlage aus dem Schritt „Datei“.",
  },
  columns_unmapped: {
    title:
      "Bitte ordnen Sie alle Pflichtfelder zu. Um fortzufahren, ordnen Sie entweder alle Felder zu, oder wählen Sie: Spalten ohne Feld nicht importieren.",
    cause: "Einige Spalten gehören zu keinem Feld, und die Regeln verlangen, dass das ausdrücklich gesagt wird.",
    fix: "Wählen Sie bei den genannten Spalten ein Feld oder „Weglassen“, oder setzen Sie das Häkchen „Spalten ohne Feld nicht importieren“.",
  },
  columns_refused: {
    title: "Die Datei hat Spalten, die zu keinem Feld gehören",
    cause: "Die Regeln lehnen Dateien ab, in denen Spalten keinem Feld zugeordnet sind.",
    fix: `Wählen Sie bei den genannten Spalten ein Feld, oder entfernen Sie sie aus der Datei. Die Regel steht unter ${RULES}.`,
  },
  required_columns_missing: {
    title: "Pflichtfelder haben keine Spalte",
    cause: "Keine Spalte ist Feldern zugeordnet, die jeder Kontakt haben muss; jede Zeile würde scheitern.",
    fix: "Wählen Sie bei den Spalten, die sie enthalten, die genannten Felder, oder ergänzen Sie die Spalten in der Datei. Ist jede Zeile eine Firma, wählen Sie im Schritt Datei Konten.",
  },
  ids_not_matched: {
    title: "Die Datei enthält IDs von Kontakten, und dieser Import sieht sie nicht an",
    cause: "Ein Import, der nur Kontakte anlegt, bekam eine Datei mit einer Spalte von IDs, wie Exporte sie haben.",
    fix: "Wählen Sie, dass Kontakte geändert werden, um diese zu ändern; oder lassen Sie die Spalte weg, um neue anzulegen.",
  },
  mapping_invalid: {
    title: "Dieser Zuordnung kann nicht gefolgt werden",
    cause: "Die Zuordnung nennt eine Spalte, die die Datei nicht hat, oder sie widerspricht sich.",
    fix: "Wählen Sie im Schritt „Spalten“ bei jeder Spalte ein Feld.",
  },
  mapping_unknown: {
    title: "Diese Zuordnung gibt es nicht",
    cause: "Unter diesem Namen ist im Arbeitsbereich keine Zuordnung gespeichert.",
    fix: "Wählen Sie eine andere, oder keine: Die Spalten werden dann neu zugeordnet.",
  },
  import_unknown: {
    title: "Diesen Import gibt es nicht",
    cause: "Der Arbeitsbereich hat keinen Import mit dieser ID.",
    fix: "Wählen Sie einen aus der Liste der Importe, und prüfen Sie, dass Sie im richtigen Arbeitsbereich sind.",
  },
  import_state_invalid: {
    title: "Das geht beim jetzigen Stand des Imports nicht",
    cause: "Was Sie wollten, passt nicht zu dem, was aus dem Import schon geworden ist.",
    fix: "Sehen Sie sich den Import an: Seine Seite zeigt, was mit ihm geschehen kann.",
  },
  import_busy: {
    title: "An diesem Import wird gerade gearbeitet",
    cause: "Ein anderer Vorgang schreibt diesen Import oder nimmt ihn zurück.",
    fix: "Warten Sie, bis er fertig ist. Ist er abgebrochen, wird der Import nach höchstens einer Minute frei.",
  },
  import_failed: {
    title: "Der Import ist stehen geblieben",
    cause: "Etwas außerhalb der Datei hat ihn aufgehalten. Jede Zeile bis dahin steht im Protokoll.",
    fix: "Beseitigen Sie die genannte Ursache, und setzen Sie den Import dann fort.",
  },
  nothing_to_resume: {
    title: "Es gibt nichts fortzusetzen",
    cause: "Kein Import des Arbeitsbereichs wurde unterbrochen.",
    fix: "In der Liste der Importe steht, was aus jedem geworden ist.",
  },
  backup_unreadable: {
    title: "Diese Sicherung lässt sich nicht zurückspielen",
    cause: "Die Datei ist keine Sicherung von Muster, sie ist abgeschnitten, oder ein Teil von ihr hat sich geändert.",
    fix: "Nehmen Sie eine andere Sicherung, und packen Sie sie nicht neu.",
  },
  data_folder_used: {
    title: "Im Datenordner ist schon eine Datenbank",
    cause: "Eine Sicherung wird in einen eigenen Ordner zurückgespielt, damit nichts überschrieben wird.",
    fix: "Nennen Sie einen leeren oder neuen Ordner.",
  },
  receipt_unreadable: {
    title: "Das ist kein Beleg",
    cause: "Die Datei ist kein Beleg, wie Muster ihn schreibt.",
    fix: "Nehmen Sie die Datei, die auf der Seite des Imports unter „Beleg“ heruntergeladen wurde, wie sie ist.",
  },
  line_unknown: {
    title: "Der Import hat diese Zeile nicht",
    cause: "Keine Zeile der Datei beginnt dort, oder sie hat nichts geändert.",
    fix: "Wählen Sie eine Zeile aus dem Protokoll des Imports.",
  },
  permission_denied: {
    title: "Das dürfen Sie nicht",
    cause: "Ihre Rolle in diesem Arbeitsbereich umfasst das nicht.",
    fix: "Bitten Sie einen Admin des Arbeitsbereichs, es zu tun oder Ihre Rolle zu ändern.",
  },
  confirmation_required: {
    title: "Niemand konnte gefragt werden, ob es weitergehen soll",
    cause: "Das würde etwas ändern und muss bestätigt werden.",
    fix: "Bestätigen Sie, dass es so gemeint ist.",
  },
  workbook_too_small: {
    title: "Eine Mappe fasst diesen Export nicht",
    cause: "Es sind mehr Kontakte, als ein Blatt Zeilen hat, oder ein Wert ist länger, als eine Zelle sein kann.",
    fix: "Exportieren Sie als CSV, dort gibt es diese Grenzen nicht.",
  },
  arguments_invalid: {
    title: "Die Angaben wurden nicht verstanden",
    cause: "Eine Angabe fehlt, ist unbekannt oder widerspricht einer anderen.",
    fix: "Prüfen Sie, was genannt ist.",
  },
  date_order_needed: {
    title: "Die Reihenfolge von Tag und Monat muss gesagt werden",
    cause: "Die Daten einer Spalte passen zu beiden Reihenfolgen, und niemand hat gesagt, welche die Datei verwendet.",
    fix: "Wählen Sie im Schritt „Spalten“, wie ein Datum wie 04/05/2026 zu lesen ist.",
  },
  import_changed: {
    title: "Der Import wurde inzwischen geändert",
    cause: "Jemand anderes hat diesen Import geändert, seit Sie ihn angesehen haben.",
    fix: "Sehen Sie ihn noch einmal an, und wiederholen Sie dann, was Sie tun wollten.",
  },
};
