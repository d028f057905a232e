/** In German: commands that work on a server. */
import type { remoteRefusals } from "../remote-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanRemoteRefusals: GermanOf<typeof remoteRefusals> = {
  server_unreachable: {
    title: "Der Server antwortet nicht",
    cause: "Unter der Adresse antwortet niemand, oder die Verbindung brach ab.",
    fix: "Prüfen Sie, ob der Server läuft und die Adresse stimmt, und versuchen Sie es noch einmal.",
  },
  server_differs: {
    title: "Der Server ist älter oder neuer als dieser Befehl",
    cause: "In seiner Antwort fehlt, was der Befehl ausgibt. Was verlangt war, ist trotzdem getan.",
    fix: "Aktualisieren Sie den älteren von beiden.",
  },
  not_from_far: {
    title: "Das geht nicht aus der Ferne",
    cause: "Es braucht den Datenordner selbst.",
    fix: "Bitten Sie den Betreiber des Servers, es dort zu tun.",
  },
};
