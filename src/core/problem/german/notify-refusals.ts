/** In German: notifications and webhooks. */
import type { notifyRefusals } from "../notify-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

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
