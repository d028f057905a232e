/** Rows in, drafts out: every cell of every mapped column is read, and its findings noted. Compiled once per import. */
import { undoDoubleEncoding } from "../contact/double-encoding.ts";
import type { FieldType } from "../contact/field.ts";
import { listText, parseList } from "../contact/list-text.ts";
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { isDumped, isPlaceholder } from "../contact/placeholder.ts";
import { countryOfCallingCode } from "../contact/types/calling-code.ts";
import { isBlankCell, trimCell } from "../contact/types/clean-text.ts";
import type { Unreadable } from "../contact/unreadable.ts";
import type { BirthParts } from "../mapping/birth-parts.ts";
import { withCurrency } from "../mapping/currency-columns.ts";
import { keyHash } from "../match/key-hash.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { ProblemCode } from "../problem/catalogue.ts";
import type { Problem } from "../problem/problem.ts";
import { cellsAsGiven, isFixed } from "../tabular/rows/cell-fix.ts";
import { cellText } from "../tabular/rows/cell-text.ts";
import type { Row } from "../tabular/rows/row.ts";
import { raggedWidths, rowFinding, type TableNames, tableNames } from "../tabular/rows/row-finding.ts";
import { clearTest } from "./clear-token.ts";
import type { DerivedField } from "./derived-fields.ts";
import { BLANK, CLEAR, type DraftBatch } from "./draft.ts";
import type { DraftSettings } from "./draft-settings.ts";
import { sayNothing } from "./nothing-said.ts";
import { settleSeverities, showBytes } from "./row-findings.ts";
import { saysPhoneDetails, withholdDetails } from "./settle-phone-details.ts";
import { cellSeverity } from "./severity.ts";
import type { Slot } from "./shape.ts";
import { type ColumnReader, type SlotReader, slotReaders } from "./slot-readers.ts";

/** Slots of a field and of the list beside it. */
type Pair = { readonly first: number; readonly further: number };
const PAIRS = [
  ["email", "additional_emails"],
  ["phone", "additional_phones"],
] as const;

export class DraftBuilder {
  readonly #settings: DraftSettings;
  readonly #readers: readonly SlotReader[];
  readonly #country: number;
  readonly #names: TableNames;
  readonly #pairs: readonly Pair[];
  readonly #saysDetails: boolean;
  readonly #isClear: (raw: string) => boolean;
  /** Constants wait for what the row says. */
  readonly #isOptional: boolean;
  readonly #valueAt: ValueAt;
  /** Of the row being read, by slot. */
  readonly #values: string[];
  /** Calling code that stands beside the cell being read. */
  #code = BLANK;
  /** Currency that stands beside the amount being read. */
  #currency = BLANK;
  /** A person has put the cell being read right: it says what it says. */
  #isTyped = false;
  #columns: string[][] = [];
  #lines: number[] = [];
  #offsets: number[] = [];
  #keyStarts: number[] = [];
  #keyTags: number[] = [];
  #keyHashes: number[] = [];
  #problems = new Map<number, Problem[]>();
  readonly #withSeveral = new Set<number>();
  /** `name`: slot of the full name that the column holds; -1 = it holds something else. */
  readonly #derived: readonly (DerivedField & { readonly position: number; readonly name: number })[];

  constructor(settings: DraftSettings) {
    this.#settings = settings;
    const { shape } = settings;
    this.#isClear = clearTest(settings.clearToken);
    this.#readers = slotReaders(settings);
    const { headers, width } = shape;
    this.#names = tableNames(headers.some((name) => name !== "") ? headers : null, width);
    const name = shape.index.get("full_name") ?? -1;
    const names = name < shape.mapped ? (shape.slots[name]?.columns ?? []) : [];
    this.#derived = (settings.derived ?? []).flatMap((derived) => {
      const position = shape.index.get(derived.field);
      return position === undefined ? [] : [{ ...derived, position, name: names.includes(derived.column) ? name : -1 }];
    });
    this.#values = new Array<string>(this.#readers.length).fill(BLANK);
    this.#isOptional = settings.isOptional === true;
    this.#saysDetails = saysPhoneDetails(shape);
    this.#country = shape.index.get("country") ?? -1;
    this.#pairs = PAIRS.flatMap(([first, further]) => {
      const pair = { first: shape.index.get(first) ?? -1, further: shape.index.get(further) ?? -1 };
      return Math.max(pair.first, pair.further) < shape.mapped ? [pair] : [];
    });
    this.#valueAt = (slot) => {
      const value = this.#values[slot] ?? BLANK;
      return value === CLEAR ? BLANK : value;
    };
    this.#reset();
  }

  get count(): number {
    return this.#lines.length;
  }

  /** The row that was added last, by slot. */
  get row(): ValueAt {
    return this.#valueAt;
  }

  /** Columns of which a cell held several values. */
  get withSeveral(): readonly number[] {
    return [...this.#withSeveral];
  }

  add(row: Row): void {
    const index = this.#lines.length;
    this.#lines.push(row.line);
    this.#offsets.push(row.offset);
    this.#values.fill(BLANK);
    const wrong = this.#rowProblem(row);
    const found = wrong === null ? this.#mendings(row) : [wrong];
    if (wrong === null) this.#readRow(row, found);
    if (row.wrong !== undefined) showBytes(found, row.wrong, this.#settings.shape.headers);
    for (const pair of this.#pairs) this.#dropRepeated(pair);
    if (this.#saysDetails || found.length > 0) withholdDetails(this.#settings.shape, this.#values, found);
    if (found.length > 0) settleSeverities(found, this.#settings.recognisedBy, this.#valueAt);
    for (let slot = 0; slot < this.#values.length; slot++) this.#columns[slot]?.push(this.#values[slot] ?? BLANK);
    this.#addKeys();
    if (found.length > 0) this.#problems.set(index, found);
  }

  /** The drafts since the last call. */
  take(): DraftBatch {
    this.#keyStarts.push(this.#keyHashes.length);
    const batch: DraftBatch = {
      count: this.#lines.length,
      lines: Float64Array.from(this.#lines),
      offsets: Float64Array.from(this.#offsets),
      values: this.#columns,
      keys: {
        starts: Uint32Array.from(this.#keyStarts),
        tags: Uint8Array.from(this.#keyTags),
        hashes: Float64Array.from(this.#keyHashes),
      },
      problems: this.#problems,
    };
    this.#reset();
    return batch;
  }

  #reset(): void {
    this.#columns = this.#readers.map(() => []);
    this.#lines = [];
    this.#offsets = [];
    this.#keyStarts = [];
    this.#keyTags = [];
    this.#keyHashes = [];
    this.#problems = new Map();
  }

  #readRow(row: Row, found: Problem[]): void {
    for (const reader of this.#readers) this.#readSlot(reader, row, found);
    if (this.#isOptional && this.#hasSaid(found)) {
      for (const { position, fill } of this.#readers)
        if (this.#values[position] === BLANK) this.#values[position] = fill;
    }
    for (const { position, column, name, read } of this.#derived) {
      const raw = row.cells[column];
      if (raw === undefined || raw === "" || this.#isClear(raw)) continue;
      if (this.#values[position] !== BLANK) continue;
      // A cell that says there is no name has no parts of one.
      if (name >= 0 && this.#values[name] === BLANK) continue;
      const text = cellText(raw);
      const isDoubled = this.#settings.isEncodedTwice?.(column) === true;
      this.#values[position] = read(isDoubled ? (undoDoubleEncoding(text) ?? text) : text);
    }
  }

  #rowProblem(row: Row): Problem | null {
    const code = rowFinding(row, this.#names);
    if (code === null) return null;
    if (code === "line_unreadable")
      return { code, severity: "error", value: row.cells.at(-1) ?? "", params: { says: row.unread ?? "" } };
    if (code !== "ragged_row") return { code, severity: "warning" };
    return { code, severity: "error", params: raggedWidths(row, this.#names) };
  }

  #mendings({ mended }: Row): Problem[] {
    return mended === undefined ? [] : [{ code: "row_mended", severity: "warning", params: { how: mended } }];
  }

  #readSlot(reader: SlotReader, row: Row, found: Problem[]): void {
    // What another column had too much of may be there already.
    let value = this.#values[reader.position] ?? BLANK;
    for (const source of reader.columns) {
      const { column, parts } = source;
      const cell = parts === undefined ? row.cells[column] : joinedDate(row.cells, parts);
      if (cell === undefined || cell === "") continue;
      const raw = cellText(cell);
      this.#isTyped = row.fixed !== undefined && isFixed(row, column);
      if (isBlankCell(raw) || (isDumped(raw) && !this.#isTyped && this.#isDump(row))) continue;
      this.#code = source.codes < 0 ? BLANK : (row.cells[source.codes] ?? BLANK);
      this.#currency = source.currencies < 0 ? BLANK : cellText(row.cells[source.currencies] ?? BLANK);
      const next = this.#isClear(raw) ? CLEAR : this.#readCell(reader, source, raw, found);
      if (next === BLANK) continue;
      if (value === BLANK || value === CLEAR) value = next;
      else if (next !== CLEAR) value = together(reader.slot, value, next);
    }
    this.#values[reader.position] = value === BLANK && !this.#isOptional ? reader.fill : value;
  }

  /** Before constants fill anything. */
  #hasSaid(found: readonly Problem[]): boolean {
    return this.#values.some((value) => value !== BLANK) || !sayNothing(found);
  }

  /** Somebody is called Null, and a row that says it twice comes from a database. */
  #isDump(row: Row): boolean {
    return this.#settings.isTyped !== true && cellsAsGiven(row).filter(isDumped).length > 1;
  }

  #readCell(
    reader: SlotReader,
    { column, read, several, isMapped }: ColumnReader,
    raw: string,
    found: Problem[],
  ): string {
    const isPlaceholderHere = this.#isTyped ? reader.isTypedPlaceholder : reader.isPlaceholder;
    if (isPlaceholderHere?.(raw) && isMapped?.(raw) !== true) {
      found.push(this.#finding("placeholder_ignored", reader.slot, { column, raw }));
      return BLANK;
    }
    const country = this.#phoneCountry();
    const reading = this.#inOtherCurrency(raw, read) ?? (country === BLANK ? read(raw) : read(raw, country));
    if (typeof reading === "string") return reading;
    const values = several === null ? null : several.read(raw, country === BLANK ? undefined : country);
    if (several !== null && values !== null) {
      const [first = BLANK, ...others] = values;
      const before = this.#values[several.further] ?? BLANK;
      this.#values[several.further] = listText([...(before === CLEAR ? [] : parseList(before)), ...others]);
      this.#withSeveral.add(column);
      return first;
    }
    const code = isPlaceholder(raw, reader.slot.type) ? "placeholder_ignored" : reading.unreadable;
    const params = code === reading.unreadable ? reading.params : undefined;
    found.push({ ...this.#finding(code, reader.slot, { column, raw }), ...(params === undefined ? {} : { params }) });
    return reading.partly ?? BLANK;
  }

  /** Of the row: what its calling code says goes before its country, where people live. */
  #phoneCountry(): string {
    const coded = this.#code === BLANK ? null : countryOfCallingCode(this.#code);
    return coded ?? (this.#country >= 0 ? this.#valueAt(this.#country) : BLANK);
  }

  /** Null unless the row says that the amount is in another currency than most of the column. */
  #inOtherCurrency(raw: string, read: ColumnReader["read"]): Unreadable | null {
    if (this.#currency === BLANK) return null;
    const reading = read(withCurrency(raw, this.#currency));
    return typeof reading !== "string" && reading.unreadable === "currency_differs" ? reading : null;
  }

  #finding(code: ProblemCode, { key }: Slot, { column, raw }: { column: number; raw: string }): Problem {
    const header = this.#settings.shape.headers[column] ?? "";
    return { code, severity: cellSeverity(code), column: header, field: key, value: raw };
  }

  /** The row's own address is no further one, though many exports repeat it among those. */
  #dropRepeated({ first, further }: Pair): void {
    const value = this.#values[first] ?? BLANK;
    const list = this.#values[further] ?? BLANK;
    if (value === BLANK || list === BLANK || list === CLEAR) return;
    const key = value.toLowerCase();
    const others = parseList(list);
    const left = others.filter((other) => other.toLowerCase() !== key);
    if (left.length < others.length) this.#values[further] = listText(left);
  }

  #addKeys(): void {
    this.#keyStarts.push(this.#keyHashes.length);
    for (const { tag, texts } of this.#settings.keys) {
      for (const text of texts(this.#valueAt)) {
        this.#keyTags.push(tag);
        this.#keyHashes.push(keyHash(text));
      }
    }
  }
}

/** `1980-5-17`; `-12-3` where the year is missing, which is no date, and shown as what could not be read. */
function joinedDate(cells: readonly string[], parts: BirthParts): string {
  const texts = parts.map((column) => trimCell(cellText(cells[column] ?? "")));
  return texts.some((text) => text !== "") ? texts.join("-") : "";
}

/** What stands between the parts of a field that several columns hold. A field that holds one thing takes the first. */
const BETWEEN: Partial<Record<FieldType, string>> = { name: " ", text: " ", address: "\n", long_text: "\n" };

function together({ key, list, place, type }: Slot, value: string, next: string): string {
  if (OPT_OUTS.has(key)) return next === "yes" ? next : value;
  if (list) return listText([...parseList(value), ...parseList(next)]);
  const between = place === "kept" ? "\n" : BETWEEN[type];
  return between === undefined || value === next ? value : `${value}${between}${next}`;
}
