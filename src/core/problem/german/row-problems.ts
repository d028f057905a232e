/** Problems of a whole line, or of a cell without which the line cannot be written. */
import type { rowProblems } from "../row-problems.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanRowProblems: GermanOf<typeof rowProblems> = {
  required_fields_missing: {
    title: "Pflichtfelder zum Anlegen oder Ändern von Kontakten fehlen",
    cause:
      "Die Zeile hat keinen Wert in Feldern, die ein Kontakt haben muss, um angelegt oder beim Ändern gefunden zu werden. Ein Wert, der nicht gelesen werden konnte, zählt als fehlend.",
    fix: "Füllen Sie die genannten Felder aus, oder prüfen Sie im Schritt „Spalten“, ob ihre Spalten zugeordnet sind. Welche Felder Pflicht sind, steht unter Einstellungen → Regeln.",
  },
  duplicate_phone: {
    title: "Doppelte Telefonnummer gefunden",
    cause: "Eine andere Zeile der Datei hat dieselbe Telefonnummer, und die Regeln lehnen solche Zeilen ab.",
    fix: "Geben Sie jeder Person ihre eigene Nummer, oder entfernen Sie die überzählige Zeile. Ob solche Zeilen angenommen werden, steht unter Einstellungen → Regeln.",
  },
  duplicate_email: {
    title: "Doppelte E-Mail-Adresse gefunden",
    cause: "Eine andere Zeile der Datei hat dieselbe E-Mail-Adresse, und die Regeln lehnen solche Zeilen ab.",
    fix: "Geben Sie jeder Person ihre eigene Adresse, oder entfernen Sie die überzählige Zeile. Ob solche Zeilen angenommen werden, steht unter Einstellungen → Regeln.",
  },
  in_file_duplicate: {
    title: "Eine andere Zeile der Datei ist derselbe Kontakt",
    cause:
      "Zwei Zeilen der Datei handeln von einem Kontakt, und diese hier zählt nicht, oder sie sagt etwas anderes über ihn als die andere. Zeilen, die keinen Wert gemeinsam haben und nur hier auf denselben Kontakt führen, werden nicht gegeneinander abgewogen: Die erste zählt.",
    fix: "Vergleichen Sie die Zeile mit der genannten, und behalten Sie eine mit den richtigen Werten. Sind es zwei Personen mit derselben Nummer oder Adresse, nehmen Sie diese unter Einstellungen → Regeln aus dem heraus, woran Zeilen erkannt werden.",
  },
  contact_not_in_workspace: {
    title: "Der Kontakt ist ungültig oder nicht in Ihrem Unterkonto",
    cause:
      "Kein Kontakt dieses Arbeitsbereichs passt zu dem, was die Zeile benennt: Es gab ihn hier nie, er wurde gelöscht, oder er gehört in einen anderen Arbeitsbereich.",
    fix: "Berichtigen Sie, was den Kontakt benennt, etwa seine ID oder E-Mail-Adresse. Um nicht gefundene Kontakte anzulegen, wählen Sie im Schritt „Spalten“, dass beides geschehen soll: anlegen und ändern; und dass die ID nicht importiert wird, wenn sie aus einem anderen Arbeitsbereich stammt.",
  },
  ambiguous_match: {
    title: "Mehrere Kontakte passen zu dieser Zeile",
    cause: "Mehrere Kontakte teilen, woran die Zeile erkannt wird, und nichts sonst in der Zeile unterscheidet sie.",
    fix: "Ergänzen Sie in der Zeile die ID des Kontakts oder ein anderes Merkmal, oder führen Sie die genannten Kontakte zusammen, wenn sie dieselbe Person sind.",
  },
  conflicting_match: {
    title: "Diese Zeile weist auf zwei verschiedene Kontakte",
    cause:
      "Ein Merkmal der Zeile gehört zu einem Kontakt und ein anderes zu einem zweiten; würde sie geschrieben, mischten sich zwei Personen.",
    fix: "Berichtigen Sie den Wert, der zu jemand anderem gehört, oder führen Sie die genannten Kontakte zusammen, wenn sie dieselbe Person sind.",
  },
  contradicting_match: {
    title: "Der passende Kontakt ist nach einem anderen Merkmal jemand anderes",
    cause:
      "Zeile und Kontakt teilen ein Merkmal, etwa die Telefonnummer, und unterscheiden sich in einem, das davor zählt, etwa der E-Mail-Adresse. Personen mit gemeinsamer Nummer würden einander überschreiben.",
    fix: "Ist es dieselbe Person, berichtigen Sie den abweichenden Wert. Teilen Personen solche Werte, nehmen Sie das Merkmal unter Einstellungen → Regeln aus dem heraus, woran Zeilen erkannt werden.",
  },
  already_exists: {
    title: "Den Kontakt gibt es schon",
    cause: "Die Zeile passt zu einem vorhandenen Kontakt, und dieser Import ändert vorhandene Kontakte nicht.",
    fix: "Soll der Kontakt bleiben, wie er ist, ist nichts zu tun. Um ihn zu ändern, wählen Sie im Schritt „Spalten“: Ändern, was da ist.",
  },
  contact_made_by_source: {
    title: "Neue Kontakte kommen aus einer anderen Quelle",
    cause:
      "Die Zeile würde einen Kontakt anlegen; der Arbeitsbereich ist aber mit einer Quelle verbunden, die die Hauptangaben der Kontakte führt und sie deshalb anlegt.",
    fix: "Legen Sie den Kontakt in der genannten Quelle an, und importieren Sie die Zeile, sobald er hier ist. Wem die Hauptangaben gehören, steht unter Einstellungen → Verbundene Quellen.",
  },
  no_match: {
    title: "Kein Kontakt passt zu dieser Zeile",
    cause: "Der Import ändert nur Kontakte, und keiner hier passt zu der Zeile.",
    fix: "Prüfen Sie die Werte, an denen die Zeile erkannt wird, oder wählen Sie im Schritt „Spalten“, dass nicht gefundene Kontakte auch angelegt werden.",
  },
  id_missing: {
    title: "Die ID des Kontakts ist leer",
    cause: "Kontakte werden an ihrer ID erkannt, und diese Zeile hat keine.",
    fix: "Exportieren Sie die Kontakte, um eine Datei mit der Spalte der IDs zu bekommen, bearbeiten Sie diese, und importieren Sie sie wieder.",
  },
  id_unknown: {
    title: "Die ID des Kontakts ist in diesem Arbeitsbereich nicht bekannt",
    cause:
      "Die ID der Zeile gehört zu keinem Kontakt dieses Arbeitsbereichs: Sie wurde vertippt, der Kontakt gelöscht, oder er gehört in einen anderen Arbeitsbereich.",
    fix: "Exportieren Sie die Kontakte, um ihre jetzigen IDs zu bekommen, und berichtigen Sie die Zeile. Stammen die IDs aus einem anderen Arbeitsbereich, importieren Sie deren Spalte nicht.",
  },
  account_mismatch: {
    title: "ID und Name des Kontos gehören zu verschiedenen Konten",
    cause:
      "Die Konto-ID der Zeile gehört zu einem Konto und der Name zu einem anderen; welches gemeint ist, ist unklar. Sind mehrere Zeilen ein Kontakt, zählt auch, was die früheren von seinem Konto sagen.",
    fix: "Berichtigen Sie die ID oder den Namen des Kontos, oder lassen Sie eines von beiden leer.",
  },
  account_ambiguous: {
    title: "Mehrere Konten passen zu dieser Zeile",
    cause: "Mehrere Konten teilen, was die Zeile von ihrem Konto sagt, und nichts sonst unterscheidet sie.",
    fix: "Ergänzen Sie die ID des Kontos. Sind die genannten Konten eines, geben Sie den Namen nur einem von ihnen.",
  },
  account_unknown: {
    title: "Dieses Konto gibt es nicht",
    cause: "Kein Konto hat die ID, den Namen oder die Domain der Zeile, und Importe legen hier keine Konten an.",
    fix: "Berichtigen Sie die Zeile, oder importieren Sie zuerst das Konto. Ob Importe Konten anlegen, steht unter Einstellungen → Regeln.",
  },
  pipeline_unknown: {
    title: "Diese Pipeline gibt es nicht",
    cause: "Keine Pipeline des Arbeitsbereichs hat die ID oder den Namen der Zeile.",
    fix: "Berichtigen Sie die Pipeline in der Zeile, oder importieren Sie sie zuerst: Einstellungen → Pipelines hat eine Vorlage dafür.",
  },
  pipeline_missing: {
    title: "Es gibt keine Pipeline für die Verkaufschance",
    cause: "Die Zeile nennt keine Pipeline, und der Arbeitsbereich hat noch keine, die die übliche sein könnte.",
    fix: "Importieren Sie zuerst die Pipelines: Einstellungen → Pipelines hat eine Vorlage dafür.",
  },
  stage_unknown: {
    title: "Die Pipeline hat diese Stufe nicht",
    cause: "Keine Stufe der Pipeline hat die ID oder den Namen der Zeile.",
    fix: "Berichtigen Sie die Stufe in der Zeile, oder fügen Sie sie der Pipeline hinzu: Exportieren Sie die Pipelines, ergänzen Sie eine Zeile, und importieren Sie die Datei.",
  },
  stage_elsewhere: {
    title: "Die Stufe gehört zu einer anderen Pipeline",
    cause: "Die Stufe der Zeile ist eine einer anderen Pipeline als der der Verkaufschance.",
    fix: "Sagen Sie in der Zeile, zu welcher Pipeline die Verkaufschance gehört, oder nennen Sie eine Stufe ihrer eigenen.",
  },
  status_contradicts_stage: {
    title: "Der Status widerspricht der Stufe",
    cause:
      "Wer auf einer Stufe steht, auf der Verkaufschancen gewonnen werden, ist gewonnen, und auf einer, auf der sie verloren werden, verloren; die Zeile sagt etwas anderes.",
    fix: "Berichtigen Sie Status oder Stufe, oder lassen Sie den Status leer: Er folgt aus einer abschließenden Stufe.",
  },
  pipeline_mismatch: {
    title: "ID und Name der Pipeline gehören zu verschiedenen Pipelines",
    cause: "Die ID der Zeile gehört zu einer Pipeline und der Name zu einer anderen; welche gemeint ist, ist unklar.",
    fix: "Berichtigen Sie die ID oder den Namen. Um Pipelines im Kreis umzubenennen, importieren Sie zweimal mit einem Namen dazwischen.",
  },
  stage_closed_twice: {
    title: "Eine Stufe kann nicht gewonnen und verloren zugleich sein",
    cause:
      "Die Stufe ist als die gekennzeichnet, auf der Verkaufschancen gewonnen werden, und auch als die, auf der sie verloren werden.",
    fix: "Lassen Sie eines der beiden Kennzeichen stehen, und legen Sie für das andere Ende eine eigene Stufe an.",
  },
  email_invalid: {
    title: "Ungültige E-Mail-Adresse",
    cause: "Der Text hat nicht die Form einer E-Mail-Adresse: ein @, und dahinter eine Domain wie example.com.",
    fix: "Berichtigen Sie die Adresse, so dass sie wie name@example.com aussieht, oder leeren Sie die Zelle.",
  },
  phone_unreadable: {
    title: "Die Telefonnummer ist nicht zu lesen",
    cause:
      "Der Text ist keine Telefonnummer des Landes, in dem er gelesen wird: das der Vorwahl mit +, sonst das der Zeile, sonst das übliche des Arbeitsbereichs. Eine Zeile, die sonst nichts sagt, woran ein Kontakt zu erkennen ist, wird nicht geschrieben: Mit berichtigter Nummer noch einmal importiert, wäre sie ein anderer Mensch.",
    fix: "Lassen Sie nur die Nummer in der Zelle, und schreiben Sie sie mit + und Ländervorwahl, etwa +49 30 123456; oder wählen Sie im Schritt „Spalten“, zu welchem Land Nummern ohne Vorwahl gehören.",
  },
  line_unreadable: {
    title: "Die Zeile ist nicht zu lesen",
    cause:
      "Die Zeile ist nicht, was eine Zeile in ihrem Format ist, etwa eine Zeile NDJSON, die kein ganzes JSON-Objekt ist. Die Zeilen darüber und darunter werden gelesen.",
    fix: "Berichtigen Sie die Zeile in der Datei, und importieren Sie sie noch einmal. In der Datei der fehlerhaften Zeilen steht ihr Text hinter den Spalten: Füllen Sie die Zellen aus, und leeren Sie diese.",
  },
  ragged_row: {
    title: "Die Zeile hat mehr oder weniger Zellen als die Kopfzeile",
    cause:
      "Die Zahl der Zellen weicht von der Zahl der Spalten ab, so dass Werte unter der falschen Überschrift stehen können: Ein Trennzeichen fehlt, oder ein Wert, der eines enthält, steht nicht in Anführungszeichen.",
    fix: "Öffnen Sie die Datei bei dieser Zeile in einem Texteditor, ergänzen Sie, was fehlt, oder setzen Sie den Wert mit dem Trennzeichen in Anführungszeichen.",
  },
  repeated_header: {
    title: "Noch einmal die Kopfzeile",
    cause:
      "Die Zeile wiederholt die Kopfzeile Zelle für Zelle, wie in Dateien, die aneinandergehängt wurden, und in Berichten, die sie auf jeder Seite drucken. Sie ist kein Kontakt.",
    fix: "Es ist nichts zu tun: Die Zeile bleibt weg.",
  },
  group_title: {
    title: "Der Name einer Gruppe von Zeilen, kein Kontakt",
    cause:
      "In der Zeile steht ein einziger Text, unter einer leeren Zeile und über der Kopfzeile, die noch einmal kommt: So setzen Exporte von Boards die Namen ihrer Gruppen.",
    fix: "Es ist nichts zu tun: Die Zeile bleibt weg.",
  },
  footer_line: {
    title: "Eine Summe oder Notiz des Exports, kein Kontakt",
    cause:
      "Die Zeile sagt, wie viele Zeilen es sind, zählt sie zusammen oder beendet den Bericht, und sie benennt niemanden.",
    fix: "Es ist nichts zu tun: Die Zeile bleibt weg. Ist sie doch ein Kontakt, füllen Sie ihre anderen Zellen aus, und importieren Sie sie noch einmal.",
  },
  cell_too_large: {
    title: "Eine Zelle ist zu groß",
    cause: "Eine Zelle enthält weit mehr Text, als ein Feld eines Kontakts fassen kann.",
    fix: "Kürzen Sie die Zelle. Scheint sie mehrere Zeilen der Datei zu enthalten, ist irgendwo in ihr ein Anführungszeichen offen.",
  },
  line_already_imported: {
    title: "Diese Zeile ist schon importiert",
    cause:
      "Die Datei berichtigt Zeilen eines früheren Imports, und diese wurde von ihm oder von einer früheren Berichtigung geschrieben. Sie sagt jetzt nichts anderes.",
    fix: "Es ist nichts zu tun: Die Zeile bleibt weg. Soll sie geschrieben werden, ändern Sie die Zelle, die anders sein soll.",
  },
  enrichment_failed: {
    title: "Das Profil konnte nicht nachgeschlagen werden",
    cause:
      "Die Zeile hat nur eine LinkedIn-Adresse, und der Dienst zur Anreicherung hat keine Angaben zu der Person geliefert.",
    fix: "Prüfen Sie die Adresse des Profils, oder füllen Sie Konto, Domain, Vorname und Nachname aus. War der Dienst nicht erreichbar, importieren Sie die Zeilen später noch einmal.",
  },
};
