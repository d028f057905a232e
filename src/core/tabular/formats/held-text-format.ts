/** A text format of what people copy by hand: small enough to be held, and told by the whole of it. */
import { sniffEncoding } from "../decoding/sniff-encoding.ts";
import { TextPieces } from "../decoding/text-pieces.ts";
import type { NamedRow, NamedRowReader } from "./named-row.ts";
import { namedRowFormat } from "./named-row-format.ts";
import type { DetectedText, TextFormat } from "./text-format.ts";

type HeldTextFormat = {
  readonly detected: DetectedText;
  /** Asked of the first line that is not blank, so that nearly every table is settled by it. */
  readonly mayBegin: (line: string) => boolean;
  /** Null where the text is none. */
  readonly rowsIn: (text: string) => readonly NamedRow[] | null;
};

/** Bytes of the start by which a file is told to be none: the whole of it is decoded only where it may be one. */
const LOOKED_AT = 16 * 1024;

/** Names stand in the order in which they appear. */
export const heldTextFormat = ({ detected, mayBegin, rowsIn }: HeldTextFormat): TextFormat =>
  namedRowFormat({
    detect(sample, whole) {
      // Nobody copies a megabyte by hand.
      if (!whole || !mayBegin(firstLine(textOf(sample.subarray(0, LOOKED_AT), sample.length <= LOOKED_AT))))
        return null;
      return rowsIn(textOf(sample, true)) === null ? null : detected;
    },
    reader: () => new HeldReader(rowsIn),
    inOrder: (names) => names,
  });

class HeldReader implements NamedRowReader {
  readonly refusal = null;
  readonly notes: readonly string[] = [];
  readonly #rowsIn: HeldTextFormat["rowsIn"];
  #held = new Uint8Array(0);

  constructor(rowsIn: HeldTextFormat["rowsIn"]) {
    this.#rowsIn = rowsIn;
  }

  push(bytes: Uint8Array): readonly NamedRow[] {
    const all = new Uint8Array(this.#held.length + bytes.length);
    all.set(this.#held);
    all.set(bytes, this.#held.length);
    this.#held = all;
    return [];
  }

  end(): readonly NamedRow[] {
    return this.#rowsIn(textOf(this.#held, true)) ?? [];
  }
}

/** @param whole the bytes are the entire file */
function textOf(bytes: Uint8Array, whole: boolean): string {
  const pieces = new TextPieces(sniffEncoding(bytes, whole)?.encoding ?? "utf-8");
  return pieces.push(bytes) + (whole ? pieces.end() : "");
}

const firstLine = (text: string): string => /^\s*([^\r\n]*)/.exec(text)?.[1] ?? "";
