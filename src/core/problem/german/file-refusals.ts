/** Files that cannot be read. */
import type { fileRefusals } from "../file-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

const AS_CSV = "speichern Sie sie dort als CSV (UTF-8)";

export const germanFileRefusals: GermanOf<typeof fileRefusals> = {
  file_missing: {
    title: "Diese Datei gibt es nicht",
    cause: "Unter dem angegebenen Pfad liegt nichts, oder es wurde inzwischen entfernt oder umbenannt.",
    fix: "Prüfen Sie Schreibweise und Ordner, und versuchen Sie es noch einmal.",
  },
  file_is_directory: {
    title: "Das ist ein Ordner, keine Datei",
    cause: "Der Pfad benennt einen Ordner, und Zeilen lassen sich nur aus einer Datei lesen.",
    fix: "Wählen Sie eine Datei darin.",
  },
  file_unreadable: {
    title: "Die Datei lässt sich nicht lesen",
    cause:
      "Das Betriebssystem hat die Datei nicht geöffnet oder gelesen: Ein Recht fehlt, sie ist gesperrt, oder der Datenträger ist defekt.",
    fix: "Prüfen Sie die Rechte der Datei und ob ein anderes Programm sie hält, und versuchen Sie es noch einmal.",
  },
  file_empty: {
    title: "Die Datei ist leer",
    cause: "Die Datei enthält keine Zeile, nicht einmal eine Kopfzeile: gar nichts, oder nur leere Zeilen.",
    fix: "Exportieren Sie die Kontakte noch einmal, und prüfen Sie, dass die neue Datei nicht leer ist.",
  },
  file_not_text: {
    title: "Das ist keine Textdatei",
    cause: "Der Inhalt ist der einer anderen Art von Datei, wie auch immer ihr Name endet.",
    fix: `Öffnen Sie die Datei in ihrem Programm, und ${AS_CSV}, oder eine Tabelle als Excel-Mappe (.xlsx).`,
  },
  file_damaged: {
    title: "Die Datei ist beschädigt",
    cause:
      "Die Datei ist ein Archiv oder eine Mappe, die abgeschnitten wurde, oder ein Teil von ihr fehlt oder ist nicht zu lesen.",
    fix: `Laden oder kopieren Sie die Datei noch einmal. Öffnet ein Programm sie noch, ${AS_CSV}.`,
  },
  file_encrypted: {
    title: "Die Datei ist mit einem Passwort geschützt",
    cause: "Die Datei lässt sich nur mit ihrem Passwort lesen, und Muster fragt nach keinem.",
    fix: "Öffnen Sie die Datei in ihrem Programm, speichern Sie sie ohne Passwort oder als CSV (UTF-8), und wählen Sie diese.",
  },
  file_suspicious: {
    title: "Die Datei ist gebaut wie keine Tabelle",
    cause:
      "Die Datei wird beim Entpacken viel größer, als sie sein kann, erklärt XML-Entitäten oder nennt Dateien außerhalb ihrer selbst: So sind Dateien gemacht, die ein Programm lahmlegen sollen.",
    fix: `Trauen Sie der Datei nicht. Wissen Sie, woher sie kommt, ${AS_CSV}.`,
  },
  archive_contents: {
    title: "Das Archiv enthält nicht genau eine Datei",
    cause:
      "Ein Archiv wird als die eine Datei gelesen, die darin ist, oder als Visitenkarten mit je einer Datei; dieses enthält keine, mehrere andere oder ein weiteres Archiv.",
    fix: "Entpacken Sie es, und wählen Sie die eine Datei mit den Kontakten.",
  },
  sheet_needed: {
    title: "Die Mappe hat mehrere Blätter",
    cause: "Mehr als ein sichtbares Blatt enthält Werte, und nur eines wird als Tabelle der Kontakte gelesen.",
    fix: "Wählen Sie im Schritt „Datei“ das Blatt, das gelesen werden soll.",
  },
  sheet_unknown: {
    title: "Dieses Blatt gibt es nicht",
    cause: "Kein Blatt der Mappe heißt so, oder die Datei ist keine Mappe.",
    fix: "Wählen Sie im Schritt „Datei“ eines der Blätter, die es gibt.",
  },
  file_changed: {
    title: "Die Datei hat sich beim Lesen geändert",
    cause: "Ein anderes Programm hat in die Datei geschrieben; ihre Zeilen stehen nicht mehr, wo sie standen.",
    fix: "Warten Sie, bis das andere Programm fertig ist, oder kopieren Sie die Datei, und beginnen Sie noch einmal.",
  },
  stored_file_gone: {
    title: "Die aufbewahrte Datei ist fort",
    cause:
      "Dieselbe Datei wurde zweimal im selben Augenblick gegeben. Der andere Import wurde abgewiesen, und mit ihm ging die Datei.",
    fix: "Geben Sie die Datei noch einmal.",
  },
  unclosed_quote: {
    title: "Ein Anführungszeichen wird nie geschlossen",
    cause:
      "Eine Zelle beginnt mit einem Anführungszeichen, das nicht vor einem Trennzeichen oder Zeilenende endet; die Zeilen darunter gehörten alle zu dieser einen Zelle.",
    fix: "Schließen Sie das Anführungszeichen in der genannten Zeile, oder verdoppeln Sie Anführungszeichen, die zu einem Wert gehören, und wählen Sie die Datei noch einmal.",
  },
  row_too_long: {
    title: "Eine Zeile ist zu lang",
    cause:
      "Eine Zeile ist länger, als eine Tabelle von Kontakten es braucht: oft eine Datei ohne Zeilenenden, oder gar keine Tabelle.",
    fix: "Prüfen Sie bei der genannten Zeile, dass die Datei eine CSV mit einem Kontakt je Zeile ist.",
  },
  too_many_columns: {
    title: "Eine Zeile hat zu viele Spalten",
    cause:
      "Eine Zeile hat mehr Zellen, als eine Tabellenkalkulation fassen kann, oft weil das Trennzeichen das falsche ist.",
    fix: "Wählen Sie im Schritt „Datei“ das Trennzeichen, oder prüfen Sie die genannte Zeile.",
  },
  card_unclosed: {
    title: "Eine Visitenkarte ist abgeschnitten",
    cause: "Die Datei endet mitten in einer Karte; ein Teil ihres Kontakts oder weitere Kontakte fehlen.",
    fix: "Exportieren oder kopieren Sie die Datei noch einmal. Fehlt nichts, setzen Sie hinter die genannte Karte eine Zeile END:VCARD.",
  },
  card_text_outside: {
    title: "Zwischen den Visitenkarten steht Text",
    cause:
      "Vor, zwischen oder hinter den Karten der Datei steht eine Zeile, wo nichts hingehört: Vielleicht fehlt die erste Zeile einer Karte.",
    fix: "Setzen Sie BEGIN:VCARD vor die Zeile, wenn dort eine Karte beginnt, oder entfernen Sie die Zeile.",
  },
  json_invalid: {
    title: "Die Datei ist kein gültiges JSON",
    cause:
      "In der genannten Zeile steht etwas, das JSON (RFC 8259) dort nicht erlaubt, etwa ein Komma zu viel, ein Text ohne Anführungszeichen oder das Ende der Datei.",
    fix: "Berichtigen Sie die Zeile, oder exportieren Sie die Datei noch einmal: Bricht sie ab, wurde sie nicht zu Ende geschrieben.",
  },
  json_not_objects: {
    title: "Die JSON-Datei enthält anderes als Kontakte",
    cause:
      "Kontakte werden aus Objekten gelesen: in einer Liste, in einer Liste innerhalb eines Objekts, oder eines je Zeile.",
    fix: 'Machen Sie aus der Datei eine Liste von Objekten, eines je Kontakt, etwa [{"email": "ann@example.com"}].',
  },
  json_name_repeated: {
    title: "Ein Objekt hat denselben Namen zweimal",
    cause:
      "Zwei Werte eines Objekts stehen unter demselben Namen und unterscheiden sich; welcher gemeint ist, ist unklar.",
    fix: "Benennen Sie in der genannten Zeile einen der beiden um, oder entfernen Sie ihn.",
  },
  several_tables: {
    title: "Die Datei enthält mehrere Tabellen",
    cause:
      "Unter einer Tabelle beginnt eine weitere mit eigener Kopfzeile; ihre Zeilen würden unter den falschen Namen gelesen.",
    fix: "Speichern Sie jede Tabelle als eigene Datei, und importieren Sie sie nacheinander.",
  },
  table_not_delimited: {
    title: "Kein Trennzeichen teilt die Spalten",
    cause:
      "Die Tabelle ist mit Strichen gezeichnet, mit Leerzeichen ausgerichtet, oder jede ihrer Zeilen ist ein Text in Anführungszeichen: Sie ist zum Ansehen gemacht, und wo ein Wert endet, ist nicht sicher.",
    fix: "Exportieren Sie die Kontakte noch einmal als CSV. Hat die Datei doch ein Trennzeichen, wählen Sie es im Schritt „Datei“.",
  },
  encoding_unknown: {
    title: "Diese Zeichenkodierung gibt es nicht",
    cause: "Keine Kodierung, die gelesen wird, heißt so.",
    fix: "Wählen Sie im Schritt „Datei“ eine andere, etwa UTF-8 oder Windows-1252.",
  },
  delimiter_invalid: {
    title: "Das kann kein Trennzeichen sein",
    cause:
      "Ein Trennzeichen ist ein Zeichen, das weder Anführungszeichen noch Zeilenende ist, oder mehrere, die nicht alle Buchstaben und Ziffern sind.",
    fix: "Wählen Sie im Schritt „Datei“ ein anderes, etwa Komma, Semikolon oder Tabulator.",
  },
  quote_invalid: {
    title: "Das kann kein Anführungszeichen sein",
    cause:
      "Ein Anführungszeichen ist ein Zeichen oder gar keines; aufgehoben wird es durch sich selbst oder einen Backslash.",
    fix: "Geben Sie ein Zeichen an, etwa \" oder ', oder keines.",
  },
  file_too_large: {
    title: "Die Datei ist zu groß",
    cause: "Die Datei hat mehr Bytes, als die Regeln des Arbeitsbereichs erlauben.",
    fix: "Teilen Sie die Datei, und importieren Sie die Teile nacheinander. Die Grenze steht unter Einstellungen → Regeln.",
  },
  format_not_accepted: {
    title: "Diese Art von Datei wird nicht angenommen",
    cause: "Die Regeln des Arbeitsbereichs nehmen keine Dateien dieses Formats.",
    fix: "Speichern Sie die Datei in einem der genannten Formate, meist CSV. Welche angenommen werden, steht unter Einstellungen → Regeln.",
  },
  delimiter_not_accepted: {
    title: "Dieses Trennzeichen wird nicht angenommen",
    cause: "Die Spalten der Datei sind durch etwas getrennt, das die Regeln des Arbeitsbereichs nicht annehmen.",
    fix: "Speichern Sie die Datei mit einem der genannten Trennzeichen, oder wählen Sie ihr eigenes im Schritt „Datei“.",
  },
  header_required: {
    title: "Die Datei braucht eine Kopfzeile",
    cause:
      "Die Regeln des Arbeitsbereichs nehmen nur Dateien, deren erste Zeile die Spalten benennt; die dieser Datei scheint ein Kontakt zu sein.",
    fix: "Ergänzen Sie eine erste Zeile mit den Namen der Spalten. Ist die erste Zeile doch die Kopfzeile, sagen Sie das im Schritt „Datei“.",
  },
  error_columns_moved: {
    title: "Die Spalten hinter den Zeilen mit Fehlern wurden verschoben",
    cause:
      "Die Datei enthält Zeilen mit Fehlern eines Imports, aber Line, Error, Fix und Import sind nicht ihre letzten Spalten, in dieser Reihenfolge. So würden die Zeilen nicht berichtigt, und was sie über die Fehler sagen, würde Teil der Kontakte.",
    fix: "Setzen Sie Line, Error, Fix und Import hinter alle anderen Spalten, in dieser Reihenfolge. Oder wählen Sie im Schritt „Spalten“, dass diese vier nicht importiert werden, um die Datei für sich zu importieren.",
  },
  object_unsaid: {
    title: "Die Zeilen sehen nicht nach Kontakten aus",
    cause:
      "Niemand hat gesagt, was die Zeilen der Datei sind, und ihre Kopfzeile spricht von etwas anderem: eigenen IDs von Konten, Verkaufschancen oder Pipelines, oder von Spalten von Pipelines und ihren Stufen.",
    fix: "Wählen Sie im Schritt „Datei“, was die Zeilen sind.",
  },
};
