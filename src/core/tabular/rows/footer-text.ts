/** What programs put below a table: totals, who made it and when, page numbers, rights. Each names itself, in a text of its own. */

/** Longer text is a note that somebody wrote. */
const MAX_TEXT = 160;

/** Words that begin no company's name, as `Total 24` may. */
const PLAIN_TOTALS = "gesamt|insgesamt|summe|razem|łącznie";
const TOTALS = `${PLAIN_TOTALS}|gesamt(?:zahl|summe)|anzahl|(?:grand |sub)?total(?:s|en|e)?|total g[eé]n[eé]ral|totaal|somme|suma`;
/** What rows are of. */
const NOUNS = [
  "records?|rows?|lines|entry|entries|contacts?|customers?|clients?|persons?|people|members?|leads?|companies|accounts?",
  "kontakte?|kunden?|datens(?:atz|ätze)|einträge?|eintrag|zeilen?|personen?|adressen?|firmen|firma|mitglied(?:er)?|teilnehmer(?:innen)?|ansprechpartner",
  "lignes?|enregistrements?|personnes?|adresses?|contactos?|clientes?|registros?|filas?|personas?|contatt[oi]|client[ei]|righe|riga|person[ea]",
  "contatos?|linhas?|pessoas?|contacten|klanten|rijen|personen|kontakt(?:y|ów)?|klient(?:y|ów|ci)?|wiersz(?:y|e)?|rekord(?:y|ów)?|os[oó]b[ay]?",
].join("|");

/** A number of rows, or the end. */
const COUNTS: readonly RegExp[] = [
  new RegExp(
    `^(?:${TOTALS})(?: (?:number )?(?:of )?(?:records?|rows?|contacts?|count|lines|entries|customers?|total))?\\s*[:=]\\s*[\\d.,' ]*$`,
    "iu",
  ),
  /^(?:records?|rows?|contacts?|entries|lines|count)(?: (?:total|count))?\s*[:=]\s*[\d.,' ]*$/i,
  /^(?:grand total|total (?:records|rows|contacts|entries|customers))s?$/i,
  /^(?:number of (?:records|rows|contacts|entries)|(?:anzahl (?:der )?)?datens(?:ä|ae)tze|nombre de (?:lignes|contacts|enregistrements)|n[úu]mero de (?:registros|filas|contactos)|numero di (?:righe|contatti|record)|aantal (?:records|rijen|contacten)|liczba (?:rekord[óo]w|wierszy|kontakt[óo]w))\s*[:=]\s*[\d.,' ]*$/i,
  new RegExp(`^(?:${TOTALS})\\s*[:=]\\s*\\d[\\d.,' ]*(?:${NOUNS})?\\.?$`, "iu"),
  // Without a sign between them.
  new RegExp(`^(?:${PLAIN_TOTALS})\\s+\\d[\\d.,' ]*(?:${NOUNS})?\\.?$`, "iu"),
  /^\(?\s*\d[\d.,']*\s+(?:rows?|records?|entries|contacts|lines)\s*(?:affected|returned|selected|exported|found|total|in set.*)?\s*\)?\.?$/i,
  /^[-=*#_~\s]*(?:end of (?:file|report|list|export|data|table|document)|(?<=[-=*#_~]\s?)end)[-=*#_~.\s]*$/i,
  /^(?:page|seite|página|pagina|strona) \d+(?: ?(?:of|\/|von|sur|de|di|van|z) ?\d+)?$/i,
  /^(?:[-=*#_~\u2013\u2014]\s*){3,}$/,
];
/** Who made it and when, and who may see it. */
const ORIGINS: readonly RegExp[] = [
  /^stand:?\s+\d{1,2}\.\d{1,2}\.\d{4}$/i,
  /^(?:report |file |list |data )?(?:generated|exported|printed|created|downloaded) (?:on|at|by|from)\b.{1,80}\d/i,
  /^(?:report |file |list |data )?(?:generated|exported|printed) (?:by|with)\s+\S.{0,60}$/i,
  /^(?:erstellt|exportiert|gedruckt|generiert) (?:von|mit|durch)\s+\S.{0,60}$/i,
  /^(?:erstellt|exportiert|gedruckt|généré|exporté|imprimé|édité|generado|exportado|impreso|generato|esportato|stampato|gerado|impresso|gegenereerd|geëxporteerd|wygenerowano|wyeksportowano)(?: (?:am|von|le|par|el|por|il|da|em|op|door|dnia|przez))?:?\s.{0,80}\d/i,
  /^(?:copyright\b|\(c\)|©).{0,120}(?:\d{4}|all rights reserved)/i,
  /^confidential(?: information)?\s*[-:\u2013\u2014]\s*\S/i,
  /^(?:(?:strictly )?confidential|vertraulich|confidentiel|confidencial|riservato|vertrouwelijk|poufne)[\s!.]*$/i,
  /\bdo not (?:distribute|copy|forward)[.!]?$/i,
  /^report (?:name|type|id|filters?|period)\s*:/i,
];
/** Beside a value of its own: `Exported by`, `Ann Lee`. */
const LABEL =
  /^(?:(?:report|file|list|data) )?(?:generated|exported|printed|downloaded)(?: (?:on|at|by|from))?\s*:?$|^(?:report (?:name|type|id|filters?|period)|run (?:by|date)|export date|date exported|exportiert (?:am|von)|erstellt (?:am|von)|exporté (?:le|par)|generado (?:el|por))\s*:?$/i;
const TOTAL = new RegExp(`^(?:${TOTALS})(?: (?:${NOUNS}))?\\s{0,3}[:=]?$`, "iu");

/** A text that says by itself that it is no contact. A lone "Total" may be a company. */
export const isFooterText = (text: string): boolean =>
  text.length <= MAX_TEXT && [...COUNTS, ...ORIGINS].some((footer) => footer.test(text));

/** In front of numbers alone it says what they are. */
export const isTotalWord = (text: string): boolean => text.length <= MAX_TEXT && TOTAL.test(text);

/** In front of one text alone it says what that is. */
export const isFooterLabel = (text: string): boolean => text.length <= MAX_TEXT && LABEL.test(text);
