/**
 * Reads contacts from LDIF: an entry becomes one row, on the line of its `dn:`. Folded lines are put together, comments
 * passed over, base64 undone; pictures flow by without being held. An entry that is not built as one is a row that could
 * not be read. Groups, units and other things of a directory are no contacts.
 */
import { type Refusal, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { SAMPLE_BYTES } from "../tabular/decoding/encoding-sample.ts";
import type { LinePiece } from "../tabular/decoding/octet-lines.ts";
import { SampledLines } from "../tabular/decoding/sampled-lines.ts";
import type { NamedRow, NamedRowReader } from "../tabular/formats/named-row.ts";
import { MAX_ROW_CHARS } from "../tabular/rows/csv-reader.ts";
import { type Attribute, attributeOf, isSkippedLine, lineText } from "./attribute.ts";
import { entryCells } from "./entry-cells.ts";

/** Lines that a note names. */
const MOST_NAMED = 5;
const PERSONS = /person|^user$|^contact$|account|mozillaab/i;
const OTHERS =
  /^(?:group|groupof(?:unique)?names|groupofurls|posixgroup|mailgroup|univentiongroup|organi[sz]ation|organi[sz]ationalunit|organi[sz]ationalrole|dcobject|domain|container|country|locality|computer|device|builtindomain)$/i;

/** `lines`: unfolded, as octets. */
type OpenEntry = { readonly line: number; readonly lines: string[]; chars: number };

export class EntryReader implements NamedRowReader {
  refusal: Refusal | null = null;
  readonly #lines: SampledLines;
  #entry: OpenEntry | null = null;
  /** The parts of the line that is being put together; null where it is a comment or a picture. */
  #parts: string[] | null = null;
  readonly #others: number[] = [];
  readonly #changes: number[] = [];

  /** @param sampleBytes how much of the file is waited for before its encoding is judged */
  constructor(sampleBytes = SAMPLE_BYTES) {
    this.#lines = new SampledLines(sampleBytes);
  }

  get notes(): readonly string[] {
    const notes: string[] = [];
    if (this.#others.length > 0)
      notes.push(`Groups, units and the like are no contacts and are left out: ${lineWords(this.#others)}.`);
    if (this.#changes.length > 0)
      notes.push(`Entries that change or delete others are no contacts and are left out: ${lineWords(this.#changes)}.`);
    return notes;
  }

  push(bytes: Uint8Array): readonly NamedRow[] {
    return this.#read(this.#lines.push(bytes));
  }

  end(): readonly NamedRow[] {
    const rows = this.#read(this.#lines.end());
    this.#finish(rows);
    return rows;
  }

  #read(pieces: readonly LinePiece[]): NamedRow[] {
    const rows: NamedRow[] = [];
    for (const piece of pieces) this.#take(piece, rows);
    return rows;
  }

  #take({ line, text, starts }: LinePiece, rows: NamedRow[]): void {
    if (this.refusal !== null) return;
    if (!starts) this.#add(text);
    else if (text.trim() === "") this.#finish(rows);
    else if (/^[ \t]/.test(text)) this.#add(text.slice(1));
    else this.#begin(text, line);
  }

  #begin(text: string, line: number): void {
    this.#closeLine();
    if (text.startsWith("#") || isSkippedLine(text)) return;
    this.#entry ??= { line, lines: [], chars: 0 };
    this.#parts = [];
    this.#add(text);
  }

  #add(text: string): void {
    if (this.#parts === null || this.#entry === null) return;
    this.#parts.push(text);
    this.#entry.chars += text.length;
    if (this.#entry.chars <= MAX_ROW_CHARS) return;
    const { line } = this.#entry;
    const message = `The entry that begins on line ${line} is longer than any contact.`;
    this.refusal = refuseWith("row_too_long", message, line).refusal;
  }

  #closeLine(): void {
    if (this.#parts !== null) this.#entry?.lines.push(this.#parts.join(""));
    this.#parts = null;
  }

  #finish(rows: NamedRow[]): void {
    this.#closeLine();
    const entry = this.#entry;
    this.#entry = null;
    if (entry === null || this.refusal !== null) return;
    const lines = entry.lines.filter((line, at) => !(at === 0 && /^version\s*:/i.test(line)));
    if (lines.length === 0) return;
    const read = this.#attributesOf(lines);
    const first = entry.line + entry.lines.length - lines.length;
    if (typeof read === "string") {
      const text = lines.map((line) => lineText(line, this.#lines.file)).join("\n");
      rows.push({ line: first, cells: new Map(), unread: { text, says: read } });
    } else if (isChange(read)) this.#changes.push(first);
    else if (isOther(read)) this.#others.push(first);
    else rows.push({ line: first, cells: entryCells(read) });
  }

  /** Or why the entry cannot be read. */
  #attributesOf(lines: readonly string[]): readonly Attribute[] | string {
    const attributes: Attribute[] = [];
    for (const line of lines) {
      const attribute = attributeOf(line, this.#lines.file);
      if (attribute !== null) attributes.push(attribute);
      // Between the steps of a change.
      else if (line.trim() !== "-") return `“${shown(lineText(line, this.#lines.file))}” is no name with a value`;
    }
    return attributes[0]?.name.toLowerCase() === "dn" ? attributes : "an entry begins with dn:";
  }
}

const valuesOf = (attributes: readonly Attribute[], wanted: string): readonly string[] =>
  attributes.flatMap(({ name, value }) => (name.toLowerCase() === wanted ? [value] : []));

const isChange = (attributes: readonly Attribute[]): boolean =>
  valuesOf(attributes, "changetype").some((type) => type.toLowerCase() !== "add");

function isOther(attributes: readonly Attribute[]): boolean {
  const classes = valuesOf(attributes, "objectclass");
  return !classes.some((name) => PERSONS.test(name)) && classes.some((name) => OTHERS.test(name));
}

function lineWords(lines: readonly number[]): string {
  const named = lines.slice(0, MOST_NAMED).join(", ");
  const more = lines.length - MOST_NAMED;
  return `${lines.length === 1 ? "line" : "lines"} ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
