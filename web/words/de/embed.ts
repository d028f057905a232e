/** In German: the wizard in the page of another product. */
import type { EmbedWords } from "../en/embed.ts";

export const embed: EmbedWords = {
  ended: "Die Zeit zum Importieren ist um.",
  endedFix: "Öffnen Sie die Seite neu. Was bisher importiert wurde, bleibt, und ein begonnener Import läuft weiter.",
  origin: (origin) => `Der Import darf nicht in Seiten von ${origin} stehen.`,
  originFix: "Für Entwickler der Seite: Nennen Sie ihren Ursprung in origins, wenn Ihr Server das Token anfordert.",
  workspace: (slug) => `Das Token gilt nicht für den Arbeitsbereich ${slug}.`,
  workspaceFix:
    "Für Entwickler der Seite: Geben Sie dem Element ein Token dieses Arbeitsbereichs, oder lassen Sie workspace weg.",
};
