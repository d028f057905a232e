/**
 * Reads contacts from JSON: a list of objects, the one obvious list inside of an object, a single object, or objects one
 * behind the other. Only the object that is being read is held. What is not valid JSON is refused with its line: behind it
 * nothing can be told apart any more. Only where each line is an object (NDJSON) does a wrong one fail alone.
 */
import type { ProblemCode } from "../problem/catalogue.ts";
import { quotedNames } from "../problem/quoted-names.ts";
import { type Refusal, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { EncodingSample, SAMPLE_BYTES } from "../tabular/decoding/encoding-sample.ts";
import { TextPieces } from "../tabular/decoding/text-pieces.ts";
import type { NamedRow, NamedRowReader } from "../tabular/formats/named-row.ts";
import { MAX_COLUMNS, MAX_ROW_CHARS } from "../tabular/rows/csv-reader.ts";
import { FlatObject } from "./flat-object.ts";
import { JsonLines } from "./json-lines.ts";
import { type JsonShape, jsonShape, mayHoldRows, shapeChars } from "./json-outline.ts";
import { type JsonEvents, JsonStructure } from "./json-structure.ts";
import { JsonTokens } from "./json-tokens.ts";
import { type FoundList, ListWalk } from "./list-walk.ts";

/** Lists that a note names. */
const MOST_NAMED = 5;

export class JsonReader implements NamedRowReader {
  refusal: Refusal | null = null;
  readonly #sample: EncodingSample;
  /** Characters that say where the contacts are: as many as any sample has, so that it does not matter how bytes were cut. */
  readonly #shapeChars: number;
  #pieces: TextPieces | null = null;
  #shape: JsonShape = { kind: "list" };
  #structure: JsonStructure | null = null;
  /** Reads in place of this one, where each line is an object. */
  #lines: JsonLines | null = null;
  readonly #tokens: JsonTokens;
  /** Depth at which objects are rows; null where none are. */
  #rowDepth: number | null = null;
  #depth = 0;
  /** Where the reader stands, outside of rows. */
  readonly #walk = new ListWalk();
  #object: FlatObject | null = null;
  #rows: NamedRow[] = [];
  #line = 0;

  /** @param sampleBytes how much of the file is waited for before its encoding and its shape are judged */
  constructor(sampleBytes = SAMPLE_BYTES) {
    this.#sample = new EncodingSample(sampleBytes);
    this.#shapeChars = shapeChars(sampleBytes);
    this.#tokens = new JsonTokens((token) => {
      this.#structure?.take(token);
      const wrong = this.#structure?.wrong ?? null;
      if (wrong !== null) this.#tokens.fault ??= { line: token.line, says: wrong };
    });
  }

  get notes(): readonly string[] {
    if (this.#shape.kind !== "list inside") return [];
    const path = this.#shape.path.join(".");
    const others = this.#walk.lists.filter((list) => mayHoldRows(list.path)).map((list) => list.path.join("."));
    const leftOut = [...new Set(others)].filter((other) => other !== path);
    const notes = [`The contacts are read from the list ${quotedNames([path], 1)}.`];
    if (leftOut.length > 0) notes.push(`Other lists are left out: ${quotedNames(leftOut, MOST_NAMED)}.`);
    return notes;
  }

  push(bytes: Uint8Array): readonly NamedRow[] {
    const ready = this.#sample.take(bytes);
    return ready === null ? [] : this.#read(ready);
  }

  end(): readonly NamedRow[] {
    const ready = this.#sample.end();
    const rows = ready === null ? [] : [...this.#read(ready)];
    rows.push(...this.#take(this.#pieces?.end() ?? ""));
    if (this.refusal !== null) return rows;
    if (this.#lines !== null) return [...rows, ...this.#fromLines(this.#lines, this.#lines.end())];
    this.#tokens.end();
    if (this.#tokens.fault === null && this.#depth > 0) {
      const cut = this.#shape.kind === "objects" ? this.#object?.line : undefined;
      this.#tokens.fault = {
        line: cut ?? this.#tokens.line,
        says: "the file ends in the middle of an object or a list",
      };
    }
    this.#noteFault();
    return [...rows, ...this.#taken()];
  }

  #read(bytes: Uint8Array): readonly NamedRow[] {
    const first = this.#pieces === null;
    this.#pieces ??= new TextPieces(this.#sample.encoding ?? "utf-8");
    const text = this.#pieces.push(bytes);
    if (first) this.#begin(text);
    return this.#take(text);
  }

  #begin(text: string): void {
    const shape = jsonShape(text.slice(0, this.#shapeChars)) ?? { kind: "list" };
    this.#shape = shape;
    if (shape.kind === "several lists") {
      const names = quotedNames(shape.names, MOST_NAMED);
      this.#refuse("json_not_objects", `Several lists may hold the contacts: ${names}.`, shape.line);
    }
    if (shape.kind === "objects" && shape.oneALine) this.#lines = new JsonLines();
    this.#rowDepth = shape.kind === "list" ? 1 : shape.kind === "list inside" ? null : 0;
    this.#structure = new JsonStructure(this.#events(), shape.kind === "objects");
  }

  #take(text: string): readonly NamedRow[] {
    if (this.refusal !== null) return [];
    if (this.#lines !== null) return this.#fromLines(this.#lines, this.#lines.push(text));
    this.#tokens.push(text);
    this.#noteFault();
    return this.#taken();
  }

  #fromLines({ refusal }: JsonLines, rows: readonly NamedRow[]): readonly NamedRow[] {
    this.refusal = refusal;
    return rows;
  }

  #taken(): readonly NamedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #events(): JsonEvents {
    return {
      open: (kind, line) => {
        if (this.#object !== null) this.#object.open(kind);
        else if (this.#depth === this.#rowDepth) this.#beginRow(kind, line);
        else if (this.#isWanted(this.#walk.open(kind, line))) this.#rowDepth = this.#depth + 1;
        this.#depth++;
      },
      close: (_, line) => {
        this.#depth--;
        if (this.#object !== null) this.#closeInRow(this.#object, line);
        else this.#closeOutside();
      },
      key: (name) => {
        if (this.#object !== null) this.#object.key(name);
        else this.#walk.key(name);
      },
      value: (text, line) => {
        if (this.#object !== null) this.#addValue(this.#object, text, line);
        else if (this.#depth === this.#rowDepth) this.#refuseOther(text === null ? "null" : "a value", line);
        else this.#walk.value();
      },
    };
  }

  #closeOutside(): void {
    this.#walk.close();
    if (this.#shape.kind === "list inside") this.#rowDepth = null;
  }

  #isWanted(list: FoundList | null): boolean {
    if (list === null || this.#shape.kind !== "list inside") return false;
    const { path } = this.#shape;
    return list.path.length === path.length && list.path.every((name, at) => name === path[at]);
  }

  #beginRow(kind: "object" | "array", line: number): void {
    if (kind === "object") this.#object = new FlatObject(line);
    else this.#refuseOther("a list", line);
  }

  #addValue(object: FlatObject, text: string | null, line: number): void {
    object.value(text, line);
    if (object.chars <= MAX_ROW_CHARS) return;
    this.#refuse(
      "row_too_long",
      `The object that begins on line ${object.line} is longer than any contact.`,
      object.line,
    );
  }

  #closeInRow(object: FlatObject, line: number): void {
    object.close(line);
    if (object.repeated !== null) {
      const { name, line: at } = object.repeated;
      this.#refuse("json_name_repeated", `On line ${at} “${shown(name)}” comes a second time with another value.`, at);
    } else if (object.cells.size > MAX_COLUMNS) {
      this.#refuse(
        "too_many_columns",
        `The object that begins on line ${object.line} has too many values.`,
        object.line,
      );
    }
    if (object.isOpen || this.refusal !== null) return;
    this.#object = null;
    // Rows are told apart by their lines: where several begin on one line, they are counted on from it.
    this.#line = Math.max(object.line, this.#line + 1);
    this.#rows.push({ line: this.#line, cells: object.cells });
  }

  #refuseOther(what: string, line: number): void {
    this.#refuse(
      "json_not_objects",
      `On line ${line} ${what} stands where a contact should, which is an object.`,
      line,
    );
  }

  #noteFault(): void {
    const { fault } = this.#tokens;
    if (fault === null || this.refusal !== null) return;
    this.#refuse("json_invalid", `Line ${fault.line} is not valid JSON: ${shown(fault.says)}.`, fault.line);
  }

  #refuse(code: ProblemCode, message: string, line: number): void {
    this.refusal ??= refuseWith(code, message, line).refusal;
    this.#tokens.fault ??= { line, says: message };
  }
}
