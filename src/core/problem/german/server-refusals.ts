/** In German: what a server says of a request before it reaches anything of a workspace. */
import type { serverRefusals } from "../server-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

const AGAIN = "Laden Sie die Seite neu, und versuchen Sie es noch einmal.";

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
  method_not_allowed: {
    title: "Nicht auf diese Weise",
    cause: "Unter dieser Adresse nimmt der Server andere Anfragen an.",
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
