/** Requests to the server, signing in, keys, notifications, merges, bulk changes, views, erasures, and what programs are told. */
import type { assistantRefusals } from "../assistant-refusals.ts";
import type { bulkRefusals } from "../bulk-refusals.ts";
import type { erasureRefusals } from "../erasure-refusals.ts";
import type { handRefusals } from "../hand-refusals.ts";
import type { mergeRefusals } from "../merge-refusals.ts";
import type { notifyRefusals } from "../notify-refusals.ts";
import type { remoteRefusals } from "../remote-refusals.ts";
import type { serverRefusals } from "../server-refusals.ts";
import type { signInRefusals } from "../sign-in-refusals.ts";
import type { viewRefusals } from "../view-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

const AGAIN = "Laden Sie die Seite neu, und versuchen Sie es noch einmal.";

export const germanHandRefusals: GermanOf<typeof handRefusals> = {
  values_refused: {
    title: "Diese Werte lassen sich nicht speichern",
    cause: "Ein Kontakt von Hand wird wie eine Zeile eines Imports geprüft und ganz oder gar nicht gespeichert.",
    fix: "Berichtigen Sie die genannten Werte.",
  },
  contact_exists: {
    title: "Jemanden wie diesen gibt es schon",
    cause: "Ein anderer Kontakt hat denselben Wert in dem, woran Kontakte hier erkannt werden.",
    fix: "Ändern Sie den vorhandenen Kontakt, oder speichern Sie trotzdem.",
  },
  field_read_only: {
    title: "Dieses Feld wird nicht von Hand geschrieben",
    cause: "IDs vergibt der Arbeitsbereich, und manche Felder bedeuten unter seinen Regeln nichts.",
    fix: "Lassen Sie das Feld weg.",
  },
};

export const germanMergeRefusals: GermanOf<typeof mergeRefusals> = {
  merge_unknown: {
    title: "Diese Zusammenführung gibt es nicht",
    cause: "Unter dieser ID wurden hier keine Kontakte zusammengeführt.",
    fix: "Die Seite eines Kontakts zeigt, welche Kontakte mit ihm zusammengeführt wurden.",
  },
  merge_invalid: {
    title: "So lassen sich diese Kontakte nicht zusammenführen",
    cause: "Zusammengeführt wird in einen Kontakt, der bleibt, aus einem oder mehreren anderen.",
    fix: "Wählen Sie jeden Kontakt einmal, und den, der bleiben soll.",
  },
  merge_undone: {
    title: "Die Zusammenführung ist zurückgenommen",
    cause: "Die Kontakte sind wieder jeder für sich.",
    fix: "Führen Sie sie noch einmal zusammen, wenn Sie das wollen.",
  },
  merge_covered: {
    title: "Eine spätere Zusammenführung kommt zuerst",
    cause: "Der Kontakt, der dabei blieb, wurde danach selbst mit einem anderen zusammengeführt.",
    fix: "Nehmen Sie zuerst die spätere zurück.",
  },
  contacts_changed: {
    title: "Die Kontakte wurden inzwischen geändert",
    cause: "Zwischen Vorschau und Antwort hat jemand einen der Kontakte geändert; die Vorschau stimmt nicht mehr.",
    fix: "Sehen Sie sich die Vorschau noch einmal an.",
  },
  import_at_work: {
    title: "Ein Import ist im Gange",
    cause:
      "Ein Import dieses Arbeitsbereichs wird geschrieben oder zurückgenommen, oder er wurde unterbrochen und kann diese Kontakte betreffen.",
    fix: "Warten Sie, bis er zu Ende ist, setzen Sie ihn fort, oder brechen Sie ihn ab.",
  },
};

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

export const germanServerRefusals: GermanOf<typeof serverRefusals> = {
  request_invalid: {
    title: "Die Angaben passen nicht",
    cause: "Eine Angabe fehlt, ist unbekannt, oder hat nicht die Form, die sie haben muss.",
    fix: "Prüfen Sie, was genannt ist.",
  },
  signed_out: {
    title: "Niemand ist angemeldet",
    cause: "Sie sind nicht angemeldet, oder Ihre Sitzung ist zu Ende.",
    fix: "Melden Sie sich an.",
  },
  cross_site: {
    title: "Die Anfrage kommt von einer anderen Website",
    cause: "Eine Seite unter einer anderen Adresse hat diese Anfrage geschickt.",
    fix: "Öffnen Sie die Seite unter der Adresse des Servers.",
  },
  route_unknown: {
    title: "Unter dieser Adresse ist nichts",
    cause: "Der Server kennt diese Adresse nicht.",
    fix: AGAIN,
  },
  body_too_large: {
    title: "Die Anfrage ist zu groß",
    cause: "Es wurde mehr geschickt, als hier gebraucht werden kann.",
    fix: "Schicken Sie weniger auf einmal.",
  },
  media_type_unsupported: {
    title: "Diese Art von Inhalt wird hier nicht gelesen",
    cause: "Der Inhalt ist von einer Art, die hier nicht angenommen wird.",
    fix: AGAIN,
  },
  too_many_requests: {
    title: "Zu viele Anfragen",
    cause: "Es kamen mehr Anfragen, als in einer Minute beantwortet werden.",
    fix: "Warten Sie eine Minute, und versuchen Sie es dann noch einmal.",
  },
  version_conflict: {
    title: "Es wurde geändert, seit Sie es gelesen haben",
    cause: "Jemand anderes hat es inzwischen geändert.",
    fix: "Laden Sie die Seite neu, und nehmen Sie Ihre Änderung dann noch einmal vor.",
  },
  idempotency_mismatch: {
    title: "Dieselbe Anfrage wurde schon mit anderem Inhalt gestellt",
    cause: "Eine Anfrage mit diesem Kennzeichen kam schon, mit anderem Inhalt.",
    fix: AGAIN,
  },
  search_under_way: {
    title: "Die Suche läuft noch",
    cause: "So viele Kontakte zu vergleichen dauert länger, als eine Antwort warten darf. Es geht weiter.",
    fix: "Fragen Sie in einer Minute noch einmal: Was bis dahin gefunden ist, wird eine Weile behalten.",
  },
  idempotency_busy: {
    title: "Dieselbe Anfrage wird gerade beantwortet",
    cause: "Eine Anfrage mit diesem Kennzeichen ist noch im Gange.",
    fix: "Warten Sie einen Augenblick.",
  },
  idempotency_secret: {
    title: "Es wurde schon getan, und ein Geheimnis wird nur einmal gezeigt",
    cause: "Dieselbe Anfrage kam schon. Ihre Antwort enthielt einen Schlüssel, einen Link oder ein anderes Geheimnis.",
    fix: "Machen Sie es noch einmal neu, und beenden Sie das erste, falls Sie seine Antwort nicht haben.",
  },
  body_cut_off: {
    title: "Die Übertragung brach ab",
    cause: "Die Verbindung endete oder ruhte zu lange, bevor alles da war.",
    fix: "Laden Sie die Datei noch einmal hoch.",
  },
  upload_unknown: {
    title: "Diese hochgeladene Datei gibt es nicht",
    cause: "Sie wurde nicht von Ihnen hochgeladen, ist schon importiert, oder hat länger als einen Tag gewartet.",
    fix: "Laden Sie die Datei noch einmal hoch.",
  },
  upload_incomplete: {
    title: "Die Datei ist noch nicht ganz da",
    cause: "Das Hochladen ist noch nicht zu Ende.",
    fix: "Warten Sie, bis alles da ist, oder laden Sie die Datei noch einmal hoch.",
  },
  uploads_too_many: {
    title: "Zu viele hochgeladene Dateien warten",
    cause: "So viele Dateien, wie jemand haben darf, warten auf ihren Import.",
    fix: "Importieren oder löschen Sie einige; nach einem Tag verschwindet jede von selbst.",
  },
  server_fault: {
    title: "Im Innern ist etwas schiefgegangen",
    cause: "Das ist ein Fehler von Muster. Er steht im Protokoll des Servers.",
    fix: "Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es dem Betreiber des Servers.",
  },
};

const NEW_KEY = "Legen Sie unter Einstellungen → API-Schlüssel einen anderen an.";

export const germanSignInRefusals: GermanOf<typeof signInRefusals> = {
  key_unknown: {
    title: "Diesen Schlüssel gibt es nicht",
    cause: "Der Text ist kein API-Schlüssel, oder keiner dieses Servers.",
    fix: NEW_KEY,
  },
  key_expired: {
    title: "Der Schlüssel ist abgelaufen",
    cause: "Die Zeit, für die er angelegt wurde, ist vorbei.",
    fix: NEW_KEY,
  },
  key_revoked: {
    title: "Der Schlüssel wurde gesperrt",
    cause: "Jemand hat ihn gesperrt, oder wer ihn angelegt hat, ist nicht mehr Mitglied.",
    fix: NEW_KEY,
  },
  key_not_there: {
    title: "Diesen Schlüssel gibt es hier nicht zu sperren",
    cause:
      "Der Arbeitsbereich hat keinen Schlüssel dieses Namens, er gehört jemand anderem, oder er ist schon gesperrt.",
    fix: "Wählen Sie einen aus der Liste.",
  },
  key_exists: {
    title: "So heißt schon ein Schlüssel",
    cause: "Ein anderer Schlüssel des Arbeitsbereichs, der nicht gesperrt ist, heißt so.",
    fix: "Wählen Sie einen anderen Namen, oder sperren Sie zuerst jenen.",
  },
  key_invalid: {
    title: "Das kann kein Schlüssel sein",
    cause: "Der Name ist leer oder zu lang, die Zeit ist vorbei, oder der Schlüssel dürfte mehr als Sie.",
    fix: "Wählen Sie einen Namen, was der Schlüssel darf, eine Rolle nicht über Ihrer, und eine Zeit.",
  },
  sign_in_failed: {
    title: "Die Anmeldung ist nicht gelungen",
    cause: "E-Mail-Adresse oder Passwort stimmen nicht, oder es gibt keinen Zugang dazu.",
    fix: "Versuchen Sie es noch einmal, lassen Sie sich einen Link zum Anmelden schicken, oder bitten Sie den Betreiber des Servers um einen.",
  },
  sign_in_refused: {
    title: "Für diese Adresse gibt es keinen Zugang",
    cause: "Wer sich anmelden will, ist in keinem Arbeitsbereich Mitglied, oder nicht mehr.",
    fix: "Bitten Sie einen Admin des Arbeitsbereichs, Sie einzuladen.",
  },
  sign_in_links_off: {
    title: "Links zum Anmelden werden hier nicht verschickt",
    cause: "Der Server hat keinen Mailserver, um sie zu verschicken.",
    fix: "Melden Sie sich mit Ihrem Passwort an, oder bitten Sie den Betreiber des Servers um einen Link.",
  },
  invitation_not_sent: {
    title: "Die Einladung wurde nicht verschickt",
    cause: "Der Mailserver hat die Mail nicht genommen, oder es gibt keinen.",
    fix: "Versuchen Sie es später noch einmal, oder bitten Sie den Betreiber des Servers um einen Link zum Weitergeben.",
  },
  password_refused: {
    title: "Das kann kein Passwort sein",
    cause: "Das Passwort hat weniger als 12 oder mehr als 128 Zeichen.",
    fix: "Wählen Sie ein längeres: Ein paar Wörter hintereinander sind leicht zu merken und schwer zu erraten.",
  },
  password_needed: {
    title: "Das jetzige Passwort wird gebraucht",
    cause: "Ein Passwort wird mit dem bisherigen ersetzt, oder gleich nach dem Anmelden über einen Link.",
    fix: "Geben Sie auch das jetzige Passwort ein, oder melden Sie sich zuerst über einen Link an.",
  },
};

export const germanNotifyRefusals: GermanOf<typeof notifyRefusals> = {
  profile_invalid: {
    title: "Das kann kein Profil für Mitteilungen sein",
    cause: "Ein Ereignis oder ein Weg ist keiner, den es gibt, oder die Slack-Adresse ist keine.",
    fix: "Wählen Sie aus den Wegen, die angeboten werden.",
  },
  notification_unknown: {
    title: "Diese Mitteilung gibt es nicht",
    cause: "Sie haben keine Mitteilung mit dieser ID.",
    fix: "Wählen Sie eine aus der Liste.",
  },
  member_required: {
    title: "Es ist nicht gesagt, um wessen Mitteilungen es geht",
    cause: "Mitteilungen sind die eines Mitglieds, und der Betreiber des Servers ist keines.",
    fix: "Melden Sie sich als Mitglied des Arbeitsbereichs an.",
  },
  endpoint_unknown: {
    title: "Diesen Webhook gibt es nicht",
    cause: "Der Arbeitsbereich hat keinen Webhook mit dieser ID oder Adresse.",
    fix: "Einstellungen → Webhooks zeigt, welche es gibt.",
  },
  endpoint_exists: {
    title: "Den Webhook gibt es schon",
    cause: "Ein anderer Webhook des Arbeitsbereichs hat diese Adresse.",
    fix: "Entfernen Sie zuerst jenen, oder verwenden Sie eine andere Adresse.",
  },
  endpoint_invalid: {
    title: "Das kann kein Webhook sein",
    cause: "Die Adresse ist keine einfache Internetadresse, oder ein Ereignis gibt es nicht.",
    fix: "Geben Sie eine Adresse wie https://example.com/eingang an, und wählen Sie aus den Ereignissen.",
  },
};

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

export const germanRemoteRefusals: GermanOf<typeof remoteRefusals> = {
  server_unreachable: {
    title: "Der Server antwortet nicht",
    cause: "Unter der Adresse antwortet niemand, oder die Verbindung brach ab.",
    fix: "Prüfen Sie, ob der Server läuft und die Adresse stimmt, und versuchen Sie es noch einmal.",
  },
  not_from_far: {
    title: "Das geht nicht aus der Ferne",
    cause: "Es braucht den Datenordner selbst.",
    fix: "Bitten Sie den Betreiber des Servers, es dort zu tun.",
  },
};

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

export const germanViewRefusals: GermanOf<typeof viewRefusals> = {
  view_unknown: {
    title: "Diese Ansicht gibt es nicht",
    cause: "Unter dieser ID ist hier keine Ansicht gespeichert, die Sie sehen dürfen.",
    fix: "Wählen Sie eine aus dem Menü über der Liste.",
  },
  view_invalid: {
    title: "So lässt sich die Ansicht nicht speichern",
    cause: "Eine Ansicht trägt einen Namen von einer Zeile, und jeder kann nur eine begrenzte Zahl von ihnen behalten.",
    fix: "Wählen Sie einen anderen Namen, oder entfernen Sie eine Ansicht, die niemand mehr braucht.",
  },
};
