/** In German: signing in, and keys. */
import type { signInRefusals } from "../sign-in-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

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
