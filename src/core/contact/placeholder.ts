/**
 * What people and programs write where they have no value: `n/a`, `-`, `keine`, `(blank)`. It counts only where such a word
 * cannot be a value. Types with a form of their own are asked first and can make nothing of it: Namibia is NA, and a dash
 * beside a currency is an amount. Of texts and names only what nobody and no place is called: somebody is Mr Null.
 */
import type { ObjectKind } from "../object/object-kind.ts";
import type { Field, FieldType } from "./field.ts";
import { isIdField } from "./id-field.ts";
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

/** Texts that name a company, a place or what somebody does. In others, such as a phone's type, `unknown` is an answer. */
const TEXTS: Partial<Record<ObjectKind, ReadonlySet<string>>> = {
  contact: new Set("job_title|position|account_name|account_domain|city|state|postal_code".split("|")),
  account: new Set(["name", "domain"]),
};
/** What people word as they like: only what is no word for anything. */
const WORDED: Partial<Record<ObjectKind, ReadonlySet<string>>> = {
  contact: new Set(["street", "tags", "notes"]),
  account: new Set(["notes"]),
  opportunity: new Set(["name", "account", "pipeline", "stage", "source", "notes"]),
};

/** Everywhere, ids included, where a short code such as `ND` may be somebody's. */
const ANYWHERE = "n/a|null|\\n|none|nil|nan|undefined|unknown|blank|empty|missing|not available|not applicable";
/** Language by language: the words for none and unknown, and what stands in forms and reports. */
const WORDS = [
  "na|n.a|no email|no e-mail|no phone|no number|not provided|not specified|not given|not known|no data|tbd|tba|info requested|information requested",
  "kein|keine|keiner|keins|keine angabe|keine angaben|k.a|k. a|unbekannt|nicht vorhanden|nicht angegeben|nicht bekannt|leer|entfällt|fehlt|ohne|n.v|keine e-mail|keine email|kein telefon",
  "néant|neant|aucun|aucune|inconnu|inconnue|non renseigné|non renseignée|non disponible|non communiqué|n/d|nd|n.d|n/c|nc|n.c|s/o|sans objet|vide|pas d'email|pas de téléphone",
  "ninguno|ninguna|desconocido|desconocida|no disponible|no aplica|sin dato|sin datos|s/d|no tiene|nulo|vacío|sin email|sin correo|sin teléfono",
  "nessuno|nessuna|sconosciuto|sconosciuta|non disponibile|non specificato|non presente|assente|vuoto|n.p",
  "nenhum|nenhuma|desconhecido|desconhecida|não informado|nao informado|não disponível|não tem|não possui|não consta|vazio|sem email|sem e-mail|sem telefone",
  "geen|onbekend|niet beschikbaar|niet bekend|n.v.t|nvt|leeg|geen e-mail|geen email",
  "brak|brak danych|nieznany|nieznana|nieznane|nie dotyczy|nie podano|b/d|bd|puste",
  "ingen|inget|okänd|okänt|saknas|ukendt|ukjent|ei ole|yok|bilinmiyor|нет|нет данных|неизвестно|н/д|无|無|没有|未知|なし|無し|不明|없음|미상",
];

/** Towns, companies and people that are called so. */
const CALLED_SO = "nil|nan|blank|empty|missing|leer|ohne|vide|brak|assente|puste|yok|nvt|tba|tbd";
/** Towns of Piedmont and of the Pyrenees. */
const TOWNS = "none|aucun";
/** Of anything. Last names are Null and None, too; `NULL` for a first name or a whole one is none. */
const NO_NAME = "n/a|\\n|undefined|info requested|not available|not applicable|not provided|no name|keine angabe";

const split = (words: string): readonly string[] => words.split("|");
const NO_ID: ReadonlySet<string> = new Set(split(ANYWHERE));
const NO_VALUE: ReadonlySet<string> = new Set([ANYWHERE, ...WORDS].flatMap(split));
/** ND and NC are states, a B.V. is a company: a word has three letters, or a stroke. */
const isWord = (word: string): boolean => word.includes("/") || word.replace(/[^\p{L}]/gu, "").length > 2;
const NO_TEXT: ReadonlySet<string> = new Set([
  ...[...NO_VALUE].filter((word) => isWord(word) && !split(CALLED_SO).includes(word)),
  ...split(NO_NAME),
]);
const NO_TOWN: ReadonlySet<string> = new Set([...NO_TEXT].filter((word) => !split(TOWNS).includes(word)));
const NO_LAST_NAME: ReadonlySet<string> = new Set(split(NO_NAME));
const NO_FIRST_NAME: ReadonlySet<string> = new Set([...NO_LAST_NAME, "null"]);

/** The longest of the words, between brackets. */
const MAX_TEXT = 30;
/** Nothing but marks: `-`, `--`, `–`, `.`, `/`, `?`. */
const ONLY_MARKS = /^[-\u2010-\u2015\u2212_.·\u2026/\\?*~=]+$/u;
/** A colleague's place in the directory of Exchange (X.500), which Outlook exports where an address would stand. */
const DIRECTORY_NAME = /^\s*\/o=[^@]{1,500}\/cn=/i;
/** What an advertiser's trial of a form leaves in the leads of Facebook and Instagram: `<test lead: dummy data for full_name>`. */
const TRIAL = "<test lead: dummy data";
/** None of the words has one, and most ids do: it settles them at a fifth of the cost. */
const DIGIT = /[0-9]/;
const BETWEEN_MARKS = /^(?:\((.*)\)|\[(.*)\]|<(.*)>|\{(.*)\}|"(.*)"|'(.*)'|[-*](.*)[-*])$/;

/** The cell says that there is no value. Asked where the field could not read it. */
export const isPlaceholder = (raw: string, type: FieldType): boolean =>
  TYPES.has(type) && (says(raw, NO_VALUE) || (type === "email" && DIRECTORY_NAME.test(raw)));

/**
 * What is asked of a cell before its field reads it, since the field takes any text; null = nothing is. Rows that share `NULL` as an
 * id would all be one contact, and those whose company is `n/a` would all be at one account.
 *
 * @param typed by somebody who chose the field, or put the cell right: a text says what it says
 */
export function placeholderIn(field: Field, { typed }: { readonly typed: boolean }): ((raw: string) => boolean) | null {
  if (isIdField(field)) return (raw) => says(raw, NO_ID);
  const words = field.builtin && !typed ? wordsFor(field) : null;
  if (words === null) return null;
  const mayBe = firstLook(words);
  return (raw) => mayBe(raw) && says(raw, words);
}

/** A mark, or a word that is no name of anything: nobody is told of a line by it. */
export const isNoWord = (text: string): boolean => says(text, NO_LAST_NAME);

/** As databases write it that a column of a row has no value. */
export const isDumped = (raw: string): boolean => raw.length <= 4 && (raw === "NULL" || raw === "\\N");

function wordsFor({ key, type, object = "contact" }: Field): ReadonlySet<string> | null {
  if (type === "name") return key === "last_name" ? NO_LAST_NAME : NO_FIRST_NAME;
  if (WORDED[object]?.has(key) === true) return NO_FIRST_NAME;
  if (TEXTS[object]?.has(key) !== true) return null;
  return key === "city" ? NO_TOWN : NO_TEXT;
}

/** By the first two characters and the length, a space or full stop behind it included: settles nearly every cell for next to nothing. */
function firstLook(words: ReadonlySet<string>): (raw: string) => boolean {
  /** A bit for each length. */
  const lengths = new Int32Array(PAIRS);
  for (const word of words) lengths[pairOf(word)] = (lengths[pairOf(word)] ?? 0) | (3 << word.length);
  return (raw) => {
    if (raw.length > MAX_TEXT) return raw.startsWith(TRIAL);
    const first = raw.charCodeAt(0) | LOWER_CASE;
    // Marks stand for a word, or around one.
    return first < A || first > Z || (((lengths[pairOf(raw)] ?? 0) >>> raw.length) & 1) === 1;
  };
}

const PAIRS = 1024;
const LOWER_CASE = 0x20;
const A = 0x61;
const Z = 0x7a;
/** Whatever the case of the letters; some pairs share a number. */
const pairOf = (text: string): number =>
  ((text.charCodeAt(0) | LOWER_CASE) * 31 + (text.charCodeAt(1) | LOWER_CASE)) & (PAIRS - 1);

function says(raw: string, words: ReadonlySet<string>): boolean {
  if (raw.length > MAX_TEXT) return raw.startsWith(TRIAL);
  if (DIGIT.test(raw)) return false;
  const text = trimCell(raw);
  if (ONLY_MARKS.test(text)) return true;
  const inner = BETWEEN_MARKS.exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  const word = (inner ?? text).trim().normalize("NFC").toLowerCase().replace(/\s+/g, " ").replace(/\.$/, "");
  // Nothing is called `(blank)`.
  return words.has(word) || (inner !== undefined && NO_ID.has(word));
}
