/** Problems of one cell: it is not written, the rest of its line is. */
import type { cellProblems } from "../cell-problems.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanCellProblems: GermanOf<typeof cellProblems> = {
  date_unreadable: {
    title: "Das Datum ist nicht zu lesen",
    cause: "Der Text hat keine der Formen, in denen ein Datum gelesen wird, oder diesen Tag gibt es im Kalender nicht.",
    fix: "Schreiben Sie das Datum als JJJJ-MM-TT, etwa 2024-09-08. Oder wählen Sie im Schritt „Spalten“, in welcher Reihenfolge Tag und Monat stehen, wenn das Jahr eines Geburtstags zwei Stellen hat.",
  },
  main_contact_repeated: {
    title: "Eine andere Zeile nennt den Hauptkontakt dieses Kontos",
    cause: "Ein Konto hat einen Hauptkontakt, und zwei Zeilen der Datei machen ihren dazu. Die letzte von ihnen zählt.",
    fix: "Stimmt die letzte Zeile, ist nichts zu tun. Wenn nicht, kennzeichnen Sie nur eine Zeile des Kontos.",
  },
  main_contact_nowhere: {
    title: "Ein Hauptkontakt ohne Konto",
    cause: "Die Zeile macht ihren Kontakt zum Hauptkontakt seines Kontos, und er gehört zu keinem.",
    fix: "Ergänzen Sie in der Zeile die ID oder den Namen des Kontos.",
  },
  default_pipeline_repeated: {
    title: "Eine andere Zeile nennt die übliche Pipeline",
    cause:
      "Ein Arbeitsbereich hat eine übliche Pipeline, und Zeilen der Datei machen zwei dazu. Das letzte Wort zählt.",
    fix: "Stimmt das letzte, ist nichts zu tun. Wenn nicht, kennzeichnen Sie nur eine Pipeline, und importieren Sie die Datei noch einmal.",
  },
  pipeline_name_repeated: {
    title: "Eine andere Zeile nennt diese Pipeline anders",
    cause: "Zeilen mit derselben Pipeline-ID geben ihr verschiedene Namen. Der letzte zählt.",
    fix: "Stimmt der letzte Name, ist nichts zu tun. Wenn nicht, berichtigen Sie die Zeilen, und importieren Sie die Datei noch einmal.",
  },
  date_order_unknown: {
    title: "Tag und Monat könnten vertauscht sein",
    cause:
      "Kein Datum der Spalte hat einen Tag über 12, oder die Spalte hat beide Reihenfolgen; 03/04 kann im März oder im April liegen.",
    fix: "Wählen Sie im Schritt „Spalten“, wie ein Datum wie 04/05/2026 zu lesen ist, oder schreiben Sie die Daten als JJJJ-MM-TT.",
  },
  number_unreadable: {
    title: "Die Zahl ist nicht zu lesen",
    cause:
      "Der Text ist keine Zahl, oder sein Punkt und sein Komma könnten sowohl Dezimalstellen als auch Tausender bedeuten.",
    fix: "Schreiben Sie die Zahl mit Ziffern und einem Dezimalzeichen, etwa 1234.50.",
  },
  currency_differs: {
    title: "Der Betrag ist in einer anderen Währung",
    cause:
      "Der Betrag oder eine Spalte mit Währungen daneben nennt eine andere Währung als die Spalte der Beträge, und ein Geldfeld behält nur den Betrag.",
    fix: "Der Betrag bleibt, wie er dasteht. Rechnen Sie ihn um, oder geben Sie Beträgen dieser Währung ein eigenes Feld.",
  },
  option_unknown: {
    title: "Keine der Optionen des Feldes",
    cause: "Das Feld bietet eine feste Liste von Optionen, und der Text ist keine davon.",
    fix: "Wählen Sie im Schritt „Spalten“ unter „Werte“, was daraus wird, oder fügen Sie die Option einem eigenen Feld unter Einstellungen → Felder hinzu. Eine Verkaufschance ist offen, gewonnen oder verloren.",
  },
  url_invalid: {
    title: "Ungültige Internetadresse",
    cause: "Der Text hat nicht die Form einer Internetadresse.",
    fix: "Schreiben Sie die Adresse als https://example.com, oder leeren Sie die Zelle.",
  },
  linkedin_url_invalid: {
    title: "Keine Adresse eines LinkedIn-Profils",
    cause:
      "Der Text ist nicht die Adresse des LinkedIn-Profils einer Person; die einer Firma, eines Beitrags oder einer Suche kann nicht für eine Person stehen.",
    fix: "Verwenden Sie die Adresse der Profilseite, etwa https://www.linkedin.com/in/ann-example.",
  },
  yes_no_unreadable: {
    title: "Ja oder nein ist nicht zu lesen",
    cause: "Das Feld nimmt ja oder nein, und der Text ist keines von beiden.",
    fix: "Schreiben Sie ja oder nein, true oder false, 1 oder 0; oder wählen Sie im Schritt „Spalten“ unter „Werte“, was daraus wird.",
  },
  country_unknown: {
    title: "Land nicht erkannt",
    cause: "Der Text ist weder der Name eines Landes noch sein Kürzel nach ISO 3166.",
    fix: "Schreiben Sie den Namen des Landes oder sein Kürzel, etwa Deutschland oder DE; oder wählen Sie es im Schritt „Spalten“ unter „Werte“.",
  },
  owner_not_found: {
    title: "Besitzer nicht gefunden",
    cause:
      "Kein Mitglied des Arbeitsbereichs hat den Namen oder die E-Mail-Adresse, die in der Zelle für den Besitzer oder einen Follower steht. Woran sie erkannt werden, steht unter Einstellungen → Regeln.",
    fix: "Berichtigen Sie Namen oder Adresse, wählen Sie im Schritt „Spalten“ unter „Werte“ ein Mitglied, oder nehmen Sie die Person unter Einstellungen → Mitglieder auf.",
  },
  owner_ambiguous: {
    title: "Mehrere Mitglieder heißen so",
    cause: "Zwei oder mehr Mitglieder des Arbeitsbereichs haben diesen Namen; wer gemeint ist, ist unklar.",
    fix: "Schreiben Sie statt des Namens die E-Mail-Adresse des Mitglieds.",
  },
  account_manager_not_found: {
    title: "Kontobetreuer nicht gefunden; bitte die E-Mail-Adresse prüfen.",
    cause:
      "Kein Mitglied des Arbeitsbereichs hat die E-Mail-Adresse, die für den Betreuer des Kontos angegeben ist. Die anderen Betreuer der Zelle werden geschrieben.",
    fix: "Nehmen Sie unter Einstellungen → Mitglieder jemanden mit dieser Adresse auf, oder berichtigen Sie die Adresse.",
  },
  row_mended: {
    title: "Die Zeile wurde beim Lesen berichtigt",
    cause:
      "Ein Wert enthält das Trennzeichen ohne Anführungszeichen, oder ein Anführungszeichen öffnet nichts; und nur bei einer Lesart der Zeile steht in jeder Spalte, was in den anderen Zeilen in ihr steht.",
    fix: "Prüfen Sie den Kontakt. Wurde er falsch gelesen, setzen Sie den Wert in der Datei in Anführungszeichen, und importieren Sie die Zeile noch einmal.",
  },
  placeholder_ignored: {
    title: "Ein Platzhalter zählt als leere Zelle",
    cause:
      "In der Zelle steht ein Wort oder Zeichen dafür, dass es keinen Wert gibt, etwa n/a, -, unbekannt oder (leer), und das Feld kann so ein Wort nicht als Wert haben.",
    fix: "Gibt es keinen Wert, ist nichts zu tun. Sonst füllen Sie die Zelle aus.",
  },
  companies_several: {
    title: "Mehrere Firmen in einer Zelle",
    cause: "In der Zelle steht mehr als eine Firma, und ein Kontakt hat ein Konto. Die erste wird genommen.",
    fix: "Ist die erste die Firma des Kontakts, ist nichts zu tun. Sonst lassen Sie nur die richtige in der Zelle stehen.",
  },
  spreadsheet_damage: {
    title: "Die Tabellenkalkulation hat diesen Wert beschädigt",
    cause:
      "Die Zelle zeigt, was eine Tabellenkalkulation aus dem Wert gemacht hat, etwa 4.479E+11, 45292 statt eines Datums oder #NAME?; die verlorenen Ziffern oder Buchstaben sind nicht zurückzuholen.",
    fix: "Exportieren Sie die Datei noch einmal, und importieren Sie sie, ohne sie in einer Tabellenkalkulation zu öffnen; oder formatieren Sie die Spalte vor dem Speichern als Text, eine Spalte mit Datumsangaben, die solche Zahlen zeigt, als Datum.",
  },
  text_undecodable: {
    title: "Einige Zeichen waren nicht zu entschlüsseln",
    cause:
      "Die Zelle enthält Bytes, die in der Zeichenkodierung der Datei keine Zeichen sind, gezeigt als \\xC3, und keine andere Kodierung gibt ihnen Sinn.",
    fix: "Wählen Sie im Schritt „Datei“ die Zeichenkodierung, oder speichern Sie die Datei als UTF-8.",
  },
  owner_kept: {
    title: "Der Kontakt behält seinen Besitzer",
    cause: "Der Kontakt hat schon einen Besitzer, und dieser Import ersetzt Besitzer nicht.",
    fix: "Soll der Besitzer bleiben, ist nichts zu tun. Um ihn zu ersetzen, wählen Sie im Schritt „Spalten“: Bisherige Zuständige ersetzen.",
  },
  opt_out_kept: {
    title: "Ein Import hebt keine Abmeldung auf",
    cause: "Der Kontakt hat sich abgemeldet oder darf nicht angesprochen werden, und die Datei sagt etwas anderes.",
    fix: "Soll das so bleiben, ist nichts zu tun. Hat der Kontakt neu zugestimmt, lassen Sie es unter Einstellungen → Regeln für Importe zu.",
  },
  field_owned_by_source: {
    title: "Dieses Feld gehört einer anderen Quelle",
    cause:
      "Der Arbeitsbereich ist mit einer Quelle verbunden, die dieses Feld aktuell hält; was ein Import hineinschriebe, würde überschrieben.",
    fix: "Ändern Sie den Wert in der genannten Quelle. Wem was gehört, steht unter Einstellungen → Verbundene Quellen.",
  },
  phone_details_unkept: {
    title: "Was die Zeile von ihrer Telefonnummer sagt, wird nicht behalten",
    cause:
      "Prüfung, Art und Wertung einer Zeile gelten ihrer Telefonnummer. Sie werden zur ersten Nummer des Kontakts behalten; die Zeile hat keine, eine andere, oder eine, die nicht zu lesen war.",
    fix: "Stimmt die erste Nummer des Kontakts, ist nichts zu tun. Sonst berichtigen Sie die Nummer der Zeile.",
  },
  tag_unknown: {
    title: "Keines der Tags des Arbeitsbereichs",
    cause: "Die Zeile hat ein Tag, das der Arbeitsbereich nicht hat, und Importe legen hier keine Tags an.",
    fix: "Verwenden Sie ein vorhandenes Tag, oder fügen Sie dieses unter Einstellungen → Tags hinzu.",
  },
  list_too_long: {
    title: "Zu viele Werte in einer Zelle",
    cause: "Die Zelle enthält mehr als 10.000 Werte, weit mehr, als ein Kontakt von irgendetwas haben kann.",
    fix: "Kürzen Sie die Zelle. Scheint sie mehrere Zeilen der Datei zu enthalten, ist irgendwo in ihr ein Anführungszeichen offen.",
  },
  planned_differently: {
    title: "Der Kontakt hat sich geändert, nachdem der Plan gezeigt wurde",
    cause:
      "Jemand hat den Arbeitsbereich zwischen Plan und Import geändert; diese Zeile wurde deshalb neu geplant und kam anders heraus.",
    fix: "Sehen Sie nach, was die Zeile getan hat, und nehmen Sie sie zurück, wenn Sie das nicht wollen.",
  },
};
