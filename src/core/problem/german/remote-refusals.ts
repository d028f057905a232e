/** In German: commands that work on a server. */
import type { remoteRefusals } from "../remote-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

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
