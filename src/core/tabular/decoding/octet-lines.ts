/**
 * Cuts a file into its physical lines, as octet text, or as plain text where the file is UTF-16. Line ends are LF, CRLF and
 * CR. A line longer than `HOLD` comes in several pieces, so that a picture of 20 MB on one line is never held whole.
 */
import { octetText } from "./octet-text.ts";
import { byteShape } from "./text-decoding.ts";
import { TextPieces } from "./text-pieces.ts";

/** Characters of an unfinished line that are held back: the start of a line says what it is. */
const HOLD = 64 * 1024;
const BOM = /^(?:\ufeff|\u00ef\u00bb\u00bf)+/;
const LINE_END = /\r\n|\n|\r/g;

export type LinePiece = {
  readonly line: number;
  readonly text: string;
  /** The line has not begun before. */
  readonly starts: boolean;
};

export class OctetLines {
  /** The text is decoded already. */
  readonly isText: boolean;
  readonly #wide: TextPieces | null;
  #line = 1;
  #held = "";
  #starts = true;

  constructor(encoding: string) {
    this.#wide = /^utf-(?:16|32)/.test(byteShape(encoding)) ? new TextPieces(encoding) : null;
    this.isText = this.#wide !== null;
  }

  push(bytes: Uint8Array): readonly LinePiece[] {
    const pieces: LinePiece[] = [];
    const text = this.#held + (this.#wide === null ? octetText(bytes) : this.#wide.push(bytes));
    // A CR at the very end may be half of a CRLF.
    const known = text.endsWith("\r") ? text.length - 1 : text.length;
    let from = 0;
    LINE_END.lastIndex = 0;
    for (let end = LINE_END.exec(text); end !== null && end.index < known; end = LINE_END.exec(text)) {
      pieces.push(this.#piece(text.slice(from, end.index)));
      this.#line++;
      this.#starts = true;
      from = end.index + end[0].length;
    }
    this.#held = text.slice(from);
    if (this.#held.length > HOLD) {
      pieces.push(this.#piece(text.slice(from, known)));
      this.#starts = false;
      this.#held = text.slice(known);
    }
    return pieces;
  }

  end(): readonly LinePiece[] {
    const text = this.#held.endsWith("\r") ? this.#held.slice(0, -1) : this.#held;
    this.#held = "";
    return text === "" ? [] : [this.#piece(text)];
  }

  /** Files put one behind the other carry a byte order mark each. */
  #piece(text: string): LinePiece {
    const starts = this.#starts;
    return { line: this.#line, text: starts ? text.replace(BOM, "") : text, starts };
  }
}
