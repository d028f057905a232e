/** The import in pages of other products, and the tokens that it is given. */
import type { embedRefusals } from "../embed-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

export const germanEmbedRefusals: GermanOf<typeof embedRefusals> = {
  embed_token_invalid: {
    title: "So lässt sich kein Token ausstellen",
    cause:
      "Das Verlangte ist nicht, wie es sein muss: die Herkunft der Seiten, für wen es ist, oder wie lange es gilt.",
    fix: "Nennen Sie die Herkunft der Seiten so, wie der Browser sie nennt (https://app.example.com), und eine Person.",
  },
  embed_token_unknown: {
    title: "Das Token gilt nicht",
    cause:
      "Der Text ist kein Token dieses Servers oder wurde unterwegs verändert; oder der Schlüssel dahinter oder die Person, für die es ist, ist nicht mehr da.",
    fix: "Öffnen Sie die Seite noch einmal.",
  },
  embed_token_expired: {
    title: "Die Zeit für den Import ist vorbei",
    cause: "Ein solches Token gilt einige Minuten, und die sind vergangen.",
    fix: "Öffnen Sie die Seite noch einmal.",
  },
  embed_not_allowed: {
    title: "Das geht von dieser Seite aus nicht",
    cause: "Sie ist für die eigenen Importe einer Person da: Listen liest sie nicht, und sonst ändert sie nichts.",
    fix: "Öffnen Sie Muster selbst, oder fragen Sie, wer die Seite betreibt.",
  },
  embed_origin_refused: {
    title: "Der Import darf nicht in dieser Seite stehen",
    cause: "Das Token nennt die Seiten, für die es ist, und diese ist keine davon.",
    fix: "Sagen Sie es denen, die diese Seite betreiben: Ihre Herkunft muss im Token stehen.",
  },
  embed_not_shown: {
    title: "Der Import ließ sich nicht anzeigen",
    cause:
      "Auf die Seite des Servers wurde vergeblich gewartet: Er ist nicht erreichbar, oder der Browser weist sie ab.",
    fix: "Laden Sie die Seite noch einmal.",
  },
};
