/** In German: what the element says itself, where the server's page cannot. Not among the app's words: the element is a script of its own. */
import type { EmbedElementWords } from "../en/embed-element.ts";

export const embedElement: EmbedElementWords = {
  title: "Import",
  malformed: "Das Token stammt von keinem Muster-Server.",
  malformedFix:
    "Für Entwickler der Seite: Lassen Sie Ihren Server eines anfordern, POST /api/v1/embed/tokens mit einem API-Schlüssel.",
  origin: (origin) => `Der Import darf nicht in Seiten von ${origin} stehen.`,
  originFix: "Für Entwickler der Seite: Nennen Sie ihren Ursprung in origins, wenn Ihr Server das Token anfordert.",
  notShown: (server) => `Der Import kann nicht gezeigt werden: ${server} antwortet nicht.`,
  notShownFix:
    "Laden Sie die Seite neu. Für ihre Entwickler: Prüfen Sie server, und ob die Richtlinie der Seite Rahmen davon erlaubt (frame-src).",
};
