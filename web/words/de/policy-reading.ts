/** In German: the policy in sentences, first part: who may import, what is read, and who a line is about. The choice stands at the end. */
import type { PolicyReadingWords } from "../en/policy-reading.ts";

export const policyReading: PolicyReadingWords = {
  enabled: {
    lead: "Importe sind",
    values: { yes: "eingeschaltet", no: "ausgeschaltet" },
    more: "Solange sie ausgeschaltet sind, kann niemand in diesen Arbeitsbereich importieren. Wer sie wann eingeschaltet hat, bleibt festgehalten.",
  },
  minRole: {
    lead: "Importieren, zurücknehmen und fortsetzen dürfen",
    values: { admin: "nur Admins", editor: "Admins und Bearbeiter" },
    more: "Betrachter sehen alles und importieren nichts.",
  },
  disclaimer: {
    lead: "Bevor ein Import beginnt, muss",
    values: { yes: "ein Hinweis bestätigt werden", no: "nichts bestätigt werden" },
    more: "Wer ihn wann bestätigt hat, und sein Wortlaut, bleiben beim Import.",
  },
  modes: {
    lead: "Ein Import darf",
    values: { create: "Kontakte anlegen", update: "Kontakte aktualisieren", both: "beides zugleich" },
    more: "Wer importiert, wählt eines davon.",
  },
  formats: {
    lead: "Angenommen werden Dateien als",
    values: { csv: "CSV", tsv: "TSV", xlsx: "Excel", ods: "OpenDocument", vcard: "vCard", json: "JSON" },
    more: "Andere Dateien werden abgelehnt, mit einem Wort dazu, welche gehen.",
  },
  delimiters: {
    lead: "Spalten dürfen getrennt sein durch",
    values: {
      comma: "Komma",
      semicolon: "Semikolon",
      tab: "Tabulator",
      pipe: "Senkrechten Strich |",
      dot: "Punkt",
      detect: "was die Datei zeigt",
    },
    more: "Welches Zeichen eine Datei verwendet, wird in ihr gefunden und lässt sich beim Import ändern.",
  },
  maxBytes: {
    lead: "Die größte Datei, die angenommen wird:",
    values: { none: "keine Grenze" },
    more: "Etwa 30MB. Dateien werden im Fluss gelesen; eine Grenze ist eine Wahl und nicht nötig.",
  },
  header: {
    lead: "Die erste Zeile",
    values: { required: "muss die Spalten benennen", optional: "darf schon Daten enthalten" },
    more: "Ohne Kopfzeile werden Spalten nach ihrer Stelle zugeordnet.",
  },
  defaultCountry: {
    lead: "Telefonnummern ohne Land gehören zu",
    values: { none: "keinem Land" },
    more: "Das gilt nur, wo auch die Zeile kein Land nennt. Ohne Land werden solche Nummern nicht geraten.",
  },
  dateOrder: {
    lead: "Ein Datum wie 03/04/2024 liest sich als",
    values: {
      MDY: "Monat, Tag, Jahr",
      DMY: "Tag, Monat, Jahr",
      YMD: "Jahr, Monat, Tag",
      ask: "es sagt, wer importiert",
    },
    more: "Nur wo die Spalte selbst es nicht zeigt: Ein Tag über 12 in der Spalte entscheidet.",
  },
  multiSeparators: {
    lead: "In einer Zelle sind Tags und Auswahlwerte getrennt durch",
    values: {
      comma: "Komma",
      semicolon: "Semikolon",
      tab: "Tabulator",
      pipe: "Senkrechten Strich |",
      dot: "Punkt",
      none: "nichts",
    },
    more: "Ein bekannter Auswahlwert oder Tag wird nie zerteilt: St. Louis bleibt einer.",
  },
  splitNames: {
    lead: "Vor- und Nachname, wo eine Datei nur den ganzen Namen hat:",
    values: { yes: "werden aus ihm gelesen", no: "bleiben leer" },
    more: "Der ganze Name bleibt, wie er geschrieben ist.",
  },
  unknownColumns: {
    lead: "Spalten, die zu keinem Feld gehören, werden",
    values: {
      keep: "als Zusatzdaten behalten",
      ask: "erfragt",
      ignore: "weggelassen",
      refuse: "zum Grund, die Datei abzulehnen",
    },
    more: "Behaltene Daten stehen am Kontakt und können später ein eigenes Feld werden.",
  },
  unmappedAccepted: {
    lead: "Wo nach Spalten ohne Feld gefragt wird:",
    values: { yes: "werden sie ohne Nachfrage weggelassen", no: "muss jeder Import es sagen" },
    more: "Eine Spalte wegzulassen ist dann jemandes Wahl und nie ein Versehen.",
  },
  createFieldsInImport: {
    lead: "Neue Felder beim Zuordnen der Spalten:",
    values: { yes: "können dort angelegt werden", no: "entstehen nur in den Einstellungen" },
    more: "In beiden Fällen braucht es einen Admin.",
  },
  createOptions: {
    lead: "Ein Wert, den eine Auswahl nicht kennt,",
    values: { yes: "wird ein neuer Auswahlwert", no: "wird nicht geschrieben, und die Zeile sagt es" },
    more: "Neue Auswahlwerte entstehen leicht durch Tippfehler.",
  },
  match: {
    lead: "Eine Zeile wird erkannt an, in dieser Reihenfolge,",
    values: {
      id: "Datensatz-ID",
      external_id: "Externe ID",
      email: "E-Mail",
      phone: "Telefon",
      linkedin_url: "LinkedIn-Adresse",
      account_email: "E-Mail innerhalb des Kontos",
      account_name: "Konto, Domain und Name",
      name: "Name",
    },
    more: "Es entscheidet das erste Merkmal, das die Zeile hat und auf das jemand hört. Was Sie wegnehmen und wieder hinzufügen, steht am Ende.",
  },
  matchUpdate: {
    lead: "Wenn ein Import nur aktualisiert, wird eine Zeile erkannt an",
    values: {
      same: "denselben Merkmalen",
      id: "Datensatz-ID",
      external_id: "Externe ID",
      email: "E-Mail",
      phone: "Telefon",
      linkedin_url: "LinkedIn-Adresse",
      account_email: "E-Mail innerhalb des Kontos",
      account_name: "Konto, Domain und Name",
      name: "Name",
    },
    more: "Am sichersten ist die Datensatz-ID allein.",
  },
  onMatch: {
    lead: "Wenn eine Zeile zu einem vorhandenen Kontakt passt:",
    values: {
      update: "ihn aktualisieren",
      skip: "ihn lassen, wie er ist",
      duplicate: "einen zweiten anlegen",
      fail: "die Zeile fehlschlagen lassen",
      ask: "bei jedem Import fragen",
    },
    more: "Ein Import, der nur anlegt, lässt vorhandene Kontakte auch dann, wie sie sind, wenn hier aktualisieren steht.",
  },
  onContradiction: {
    lead: "Wenn ein Merkmal passt und ein früheres abweicht:",
    values: { fail: "die Zeile fehlschlagen lassen", update: "es als Treffer nehmen" },
    more: "Etwa dieselbe Telefonnummer bei einer anderen E-Mail-Adresse. Fehlschlagen hält Menschen auseinander, die sich eine Nummer teilen.",
  },
  onNoMatch: {
    lead: "Wenn ein Import nur aktualisiert und eine Zeile zu niemandem passt:",
    values: { skip: "die Zeile übergehen", fail: "die Zeile fehlschlagen lassen" },
    more: "Das gilt auch für eine Zeile mit einer ID, die niemand hat.",
  },
  allowDuplicates: {
    lead: "Zwei Kontakte mit derselben E-Mail-Adresse oder Telefonnummer sind",
    values: { yes: "erlaubt", no: "nicht erlaubt" },
    more: "Wo sie erlaubt sind, erkennen nur Datensatz-ID und externe ID einen Kontakt.",
  },
  inFile: {
    lead: "Zeilen einer Datei, die derselbe Kontakt sind:",
    values: {
      fail: "schlagen alle fehl",
      first: "die erste zählt",
      last: "die letzte zählt",
      merge: "werden zusammengeführt",
      both: "werden zwei Kontakte",
    },
    more: "Das wird über die ganze Datei geklärt. Zusammengeführte Zeilen, die sich widersprechen, schlagen fehl; einem vorhandenen Kontakt fügen sie nur hinzu und nehmen seinen Listen nichts.",
  },
};
