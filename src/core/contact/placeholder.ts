/**
 * What people and programs write where they have no value: `n/a`, `-`, `keine`, `(blank)`. It counts only in fields that
 * such a word cannot be a value of, and only after the field's own reader could make nothing of it: somebody is called
 * Null, Namibia is NA, and a dash beside a currency is an amount.
 */
import type { FieldType } from "./field.ts";
import { trimCell } from "./types/clean-text.ts";

/** Types with a form of their own: no word or mark has it. */
const TYPES: ReadonlySet<FieldType> = new Set([
  "email",
  "email_list",
  "phone",
  "phone_list",
  "date",
  "number",
  "money",
  "url",
  "linkedin_url",
  "yes_no",
  "country",
]);

/** Everywhere, ids included, where a short code such as `ND` may be somebody's. */
const ANYWHERE = "n/a|null|none|nil|nan|undefined|unknown|blank|empty|missing|not available|not applicable";
/** Language by language: the words for none and unknown, and what stands in forms and reports. */
const WORDS = [
  "na|n.a|no email|no e-mail|no phone|no number|not provided|not specified|not given|not known|no data|tbd|tba",
  "kein|keine|keiner|keins|keine angabe|keine angaben|k.a|k. a|unbekannt|nicht vorhanden|nicht angegeben|nicht bekannt|leer|entfällt|fehlt|ohne|n.v|keine e-mail|keine email|kein telefon",
  "néant|neant|aucun|aucune|inconnu|inconnue|non renseigné|non renseignée|non disponible|non communiqué|n/d|nd|n.d|n/c|nc|n.c|s/o|sans objet|vide|pas d'email|pas de téléphone",
  "ninguno|ninguna|desconocido|desconocida|no disponible|no aplica|sin dato|sin datos|s/d|no tiene|nulo|vacío|sin email|sin correo|sin teléfono",
  "nessuno|nessuna|sconosciuto|sconosciuta|non disponibile|non specificato|non presente|assente|vuoto|n.p",
  "nenhum|nenhuma|desconhecido|desconhecida|não informado|nao informado|não disponível|não tem|não possui|não consta|vazio|sem email|sem e-mail|sem telefone",
  "geen|onbekend|niet beschikbaar|niet bekend|n.v.t|nvt|leeg|geen e-mail|geen email",
  "brak|brak danych|nieznany|nieznana|nieznane|nie dotyczy|nie podano|b/d|bd|puste",
  "ingen|inget|okänd|okänt|saknas|ukendt|ukjent|ei ole|yok|bilinmiyor|нет|нет данных|неизвестно|н/д|无|無|没有|未知|なし|無し|不明|없음|미상",
];

const split = (words: string): readonly string[] => words.split("|");
const NO_ID: ReadonlySet<string> = new Set(split(ANYWHERE));
const NO_VALUE: ReadonlySet<string> = new Set([ANYWHERE, ...WORDS].flatMap(split));

/** The longest of the words, between brackets. */
const MAX_TEXT = 30;
/** Nothing but marks: `-`, `--`, `–`, `.`, `/`, `?`. */
const ONLY_MARKS = /^[-\u2010-\u2015\u2212_.·\u2026/\\?*~=]+$/u;
/** None of the words has one, and most ids do: it settles them at a fifth of the cost. */
const DIGIT = /[0-9]/;
const BETWEEN_MARKS = /^(?:\((.*)\)|\[(.*)\]|<(.*)>|\{(.*)\}|"(.*)"|'(.*)'|[-*](.*)[-*])$/;

/** The cell says that there is no value. Asked where the field could not read it. */
export const isPlaceholder = (raw: string, type: FieldType): boolean => TYPES.has(type) && says(raw, NO_VALUE);

/** Of ids any text is one, so that this is asked before: rows that share `NULL` would all be the same contact. */
export const isIdPlaceholder = (raw: string): boolean => says(raw, NO_ID);

function says(raw: string, words: ReadonlySet<string>): boolean {
  if (raw.length > MAX_TEXT || DIGIT.test(raw)) return false;
  const text = trimCell(raw);
  if (ONLY_MARKS.test(text)) return true;
  const inner = BETWEEN_MARKS.exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  const word = (inner ?? text).trim().normalize("NFC").toLowerCase().replace(/\s+/g, " ").replace(/\.$/, "");
  return words.has(word);
}
