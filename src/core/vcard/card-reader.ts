/**
 * Reads contact cards, vCard 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), also mixed in one file, as programs write
 * them rather than as they should. A card becomes one row, on the line of its BEGIN:VCARD.
 *
 * Text outside of cards and a card that is cut off by the end of the file are refused with their line: part of a contact
 * would be missing, and nothing in the file says which.
 */
import { type Refusal, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { SAMPLE_BYTES } from "../tabular/decoding/encoding-sample.ts";
import type { LinePiece } from "../tabular/decoding/octet-lines.ts";
import { SampledLines } from "../tabular/decoding/sampled-lines.ts";
import type { NamedRow, NamedRowReader } from "../tabular/formats/named-row.ts";
import { MAX_ROW_CHARS } from "../tabular/rows/csv-reader.ts";
import { cardCells } from "./card-cells.ts";
import type { Property } from "./property.ts";
import { CARD_EDGE, PropertyLines } from "./property-lines.ts";

/** Properties of one card; more belong to no person. */
const MAX_PROPERTIES = 10_000;
/** Lines that a note names. */
const MOST_NAMED = 5;

type OpenCard = { readonly line: number; readonly properties: Property[]; chars: number };

export class CardReader implements NamedRowReader {
  refusal: Refusal | null = null;
  readonly #lines: SampledLines;
  readonly #properties = new PropertyLines();
  #card: OpenCard | null = null;
  /** Cards inside of the card: that of an assistant (AGENT). */
  #depth = 0;
  /** White space in front of the card's BEGIN: its lines are taken to have it too. */
  #indent = "";
  readonly #groups: number[] = [];
  readonly #unended: number[] = [];

  /** @param sampleBytes how much of the file is waited for before its encoding is judged */
  constructor(sampleBytes = SAMPLE_BYTES) {
    this.#lines = new SampledLines(sampleBytes);
  }

  get notes(): readonly string[] {
    const notes: string[] = [];
    if (this.#groups.length > 0) {
      notes.push(`Groups are no contacts and are left out: ${lineWords(this.#groups)}.`);
    }
    if (this.#unended.length > 0) {
      notes.push(`Cards without an END:VCARD end where the next one begins: ${lineWords(this.#unended)}.`);
    }
    return notes;
  }

  push(bytes: Uint8Array): readonly NamedRow[] {
    return this.#read(this.#lines.push(bytes));
  }

  end(): readonly NamedRow[] {
    const rows = this.#read(this.#lines.end());
    this.#closeProperty();
    if (this.refusal === null && this.#card !== null) {
      const { line } = this.#card;
      this.#refuse(
        "card_unclosed",
        `The card that begins on line ${line} has no END:VCARD: the file ends in the middle of it.`,
        line,
      );
    }
    return rows;
  }

  #read(pieces: readonly LinePiece[]): readonly NamedRow[] {
    const rows: NamedRow[] = [];
    for (const piece of pieces) {
      if (this.refusal !== null) break;
      this.#take(piece, rows);
    }
    return rows;
  }

  #take(piece: LinePiece, rows: NamedRow[]): void {
    if (this.refusal !== null) return;
    const indented = this.#indent !== "" && piece.starts && piece.text.startsWith(this.#indent);
    this.#takeLine(indented ? { ...piece, text: piece.text.slice(this.#indent.length) } : piece, rows);
  }

  #takeLine(piece: LinePiece, rows: NamedRow[]): void {
    const isEdge = piece.starts && (this.#card === null || !/^\s/.test(piece.text));
    const edge = isEdge ? cardEdge(piece.text) : null;
    if (edge === "begin" && this.#card === null) this.#indent = /^\s*/.exec(piece.text)?.[0] ?? "";
    if (edge === "begin") this.#begin(piece.line, rows);
    else if (edge === "end") this.#end(piece.line, rows);
    else if (this.#card !== null) this.#addLine(piece);
    else if (piece.text.trim() !== "") this.#refuseStray(piece);
  }

  #begin(line: number, rows: NamedRow[]): void {
    const above = this.#closeProperty();
    if (this.#card !== null && (this.#depth > 0 || above?.name === "AGENT")) {
      this.#depth++;
      return;
    }
    if (this.#card !== null) {
      this.#unended.push(this.#card.line);
      this.#finish(this.#card, rows);
    }
    this.#card = { line, properties: [], chars: 0 };
    this.#properties.keepsFoldSpace = false;
  }

  #end(line: number, rows: NamedRow[]): void {
    this.#closeProperty();
    if (this.#card === null) this.#refuseStray({ line, text: "END:VCARD", starts: true });
    else if (this.#depth > 0) this.#depth--;
    else {
      this.#finish(this.#card, rows);
      this.#card = null;
      this.#indent = "";
    }
  }

  #finish(card: OpenCard, rows: NamedRow[]): void {
    this.#depth = 0;
    if (card.properties.some(isGroupMark)) this.#groups.push(card.line);
    else rows.push({ line: card.line, cells: cardCells(card.properties, this.#lines.file) });
  }

  #addLine(piece: LinePiece): void {
    this.#note(this.#properties.push(piece));
    if ((this.#card?.chars ?? 0) + this.#properties.length <= MAX_ROW_CHARS) return;
    const line = this.#card?.line ?? piece.line;
    this.#refuse("row_too_long", `The card that begins on line ${line} is longer than any card of a person.`, line);
  }

  #closeProperty(): Property | null {
    const property = this.#properties.end();
    this.#note(property);
    return property;
  }

  #note(property: Property | null): void {
    const card = this.#card;
    if (property === null || card === null) return;
    card.chars += property.value.length;
    // What stands in an inner card is its AGENT's, in whose value it is kept as text.
    card.properties.push(this.#depth > 0 ? { ...property, name: "AGENT", value: agentLine(property) } : property);
    if (this.#depth === 0 && property.name === "VERSION") {
      this.#properties.keepsFoldSpace = property.value.trim().startsWith("2");
    }
    if (card.properties.length <= MAX_PROPERTIES) return;
    this.#refuse("row_too_long", `The card that begins on line ${card.line} has too many properties.`, card.line);
  }

  #refuseStray({ line, text }: LinePiece): void {
    const start = shown(text.trim().slice(0, 60));
    this.#refuse("card_text_outside", `Line ${line} stands outside of any card: “${start}”.`, line);
  }

  #refuse(code: "card_unclosed" | "card_text_outside" | "row_too_long", message: string, line: number): void {
    this.refusal ??= refuseWith(code, message, line).refusal;
  }
}

function cardEdge(text: string): "begin" | "end" | null {
  const edge = CARD_EDGE.exec(text)?.[1];
  if (edge === undefined) return null;
  return edge.length === 5 ? "begin" : "end";
}

const isGroupMark = ({ name, value }: Property): boolean =>
  (name === "KIND" || name === "X-ADDRESSBOOKSERVER-KIND") && value.trim().toLowerCase() === "group";

const agentLine = ({ name, value }: Property): string => (name === "VERSION" ? "" : `${name}: ${value}`);

function lineWords(lines: readonly number[]): string {
  const named = lines.slice(0, MOST_NAMED).join(", ");
  const more = lines.length - MOST_NAMED;
  return `${lines.length === 1 ? "line" : "lines"} ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
