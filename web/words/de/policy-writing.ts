/** In German: the policy in sentences, second part: what is written, and what comes after. The choice stands at the end. */
import type { PolicyWritingWords } from "../en/policy-writing.ts";

export const policyWriting: PolicyWritingWords = {
  requiredToCreate: {
    lead: "Damit ein Kontakt entsteht, braucht eine Zeile",
    values: { none: "nichts Bestimmtes" },
    more: "Eine vollständige Gruppe von Feldern genügt. Zeilen, denen alle fehlen, schlagen fehl und sagen, was fehlt.",
  },
  phoneReminders: {
    lead: "Kontakte werden per SMS oder Anruf erinnert:",
    values: { yes: "ja, eine Zeile braucht also auch eine Telefonnummer", no: "nein" },
    more: "Die Telefonnummer kommt zu dem hinzu, was eine Zeile für einen neuen Kontakt braucht.",
  },
  emptyCells: {
    lead: "Eine leere Zelle",
    values: { keep: "behält den vorhandenen Wert", clear: "leert den Wert", ask: "tut, was jeder Import sagt" },
    more: "Behalten ist die sichere Wahl: Fehlt einer Datei ein Wert, ist er selten weg.",
  },
  clearFields: {
    lead: "Felder, die eine leere Zelle immer leert:",
    values: { none: "keine" },
    more: "Was auch immer der Satz darüber sagt.",
  },
  clearToken: {
    lead: "Eine Zelle leert ihr Feld, wenn in ihr steht:",
    values: { none: "nichts leert es" },
    more: "Um einzelne Werte mit Absicht zu leeren.",
  },
  tags: {
    lead: "Die Tags einer Zeile",
    values: { merge: "kommen zu denen des Kontakts", replace: "ersetzen die des Kontakts" },
    more: "Tags für einen ganzen Import kommen immer hinzu.",
  },
  createTags: {
    lead: "Ein Tag, den der Arbeitsbereich nicht hat,",
    values: { yes: "wird ein neuer Tag", no: "wird nicht geschrieben, und die Zeile sagt es" },
    more: "Neue Tags entstehen leicht durch Tippfehler.",
  },
  owner: {
    lead: "In der Spalte für den Besitzer stehen",
    values: {
      name: "Namen von Mitgliedern",
      email: "Adressen von Mitgliedern",
      both: "Namen oder Adressen",
      off: "keine, die gelesen werden",
    },
    more: "Wo ein Arbeitsbereich keine Mitglieder hat, bleiben Besitzer, wie sie geschrieben sind.",
  },
  overrideOwners: {
    lead: "Besitzer vorhandener Kontakte",
    values: { yes: "wechseln zu dem der Datei, oder zu dem, der importiert", no: "bleiben" },
    more: "Wird der Import zurückgenommen, sind auch die Besitzer wieder da.",
  },
  doNotTouch: {
    lead: "Kontakte lassen sich als Do Not Touch kennzeichnen:",
    values: { yes: "ja", no: "nein" },
    more: "Nach ihnen lässt sich filtern, und in keinen Ablauf kommen sie.",
  },
  lowerOptOuts: {
    lead: "Do Not Touch und Abmeldungen",
    values: { yes: "kann ein Import zurücknehmen", no: "nimmt kein Import zurück" },
    more: "Wer nicht angeschrieben werden will, soll nicht durch eine Datei verloren gehen.",
  },
  accounts: {
    lead: "Das Konto, das eine Zeile nennt, wird",
    values: { create: "gefunden oder angelegt", find: "nur gefunden", off: "ein bloßer Text am Kontakt" },
    more: "Nach seiner ID, seinem Namen und seiner Domain.",
  },
  accountMatch: {
    lead: "Ein Konto wird erkannt an, in dieser Reihenfolge,",
    values: { id: "Datensatz-ID", external_id: "Externe ID", name: "Name", domain: "Domain" },
    more: "Die ID entscheidet; eine Domain hält Konten mit einem Namen auseinander. Gehören ID und Name zu zwei Konten, schlägt die Zeile fehl.",
  },
  mainContact: {
    lead: "Konten haben einen Hauptkontakt:",
    values: { yes: "ja, und eine Zeile kann ihn nennen", no: "nein" },
    more: "Einen je Konto; die letzte Änderung gilt.",
  },
  authority: {
    lead: "Verbundenen Quellen",
    values: { yes: "gehören Gruppen von Feldern, die kein Import schreibt", no: "gehört nichts" },
    more: "Was welcher gehört, steht unter Verbundene Quellen.",
  },
  authorityMatrix: {
    lead: "Welcher Quelle was gehört:",
    values: { standard: "wie üblich", none: "keiner etwas" },
    more: "In Worten steht es unter Verbundene Quellen und wird dort geändert.",
  },
  opportunities: {
    lead: "Verkaufschancen",
    values: {
      on: "dürfen in einer Datei mit Kontakten stehen",
      off: "werden nicht importiert",
      separate_file: "haben eine eigene Datei",
    },
    more: "Eine Datei kann Kontakte und ihre Verkaufschancen in denselben Zeilen enthalten.",
  },
  workflow: {
    lead: "Neue Kontakte eines Imports",
    values: { yes: "können in einen Ablauf kommen", no: "kommen nie in einen Ablauf" },
    more: "Kontakte mit Do Not Touch bleiben außen vor.",
  },
  defaultWorkflow: {
    lead: "Nennt ein Import keinen Ablauf, kommen neue Kontakte in",
    values: { none: "keinen" },
    more: "Wer importiert, sieht es und kann es anders sagen.",
  },
  effectHold: {
    lead: "Mails, Slack-Nachrichten und Aufrufe zu Kontakten warten",
    values: { none: "gar nicht" },
    more: "Etwa 10m, 2h oder 1d. Wird ein Import in dieser Zeit zurückgenommen, ist noch nichts gesendet.",
  },
  enrichment: {
    lead: "Zeilen, die nur eine LinkedIn-Adresse haben, werden",
    values: { yes: "vom Anreicherungsdienst ergänzt", no: "genommen, wie sie sind" },
    more: "Eine Zeile, die sich nicht ergänzen lässt, sagt es und schadet keiner anderen.",
  },
};
