/** Lists of recipients as a format that rows are read from: each of them is one. */
import { sniffEncoding } from "../tabular/decoding/sniff-encoding.ts";
import { TextPieces } from "../tabular/decoding/text-pieces.ts";
import type { NamedRow, NamedRowReader } from "../tabular/formats/named-row.ts";
import { namedRowFormat } from "../tabular/formats/named-row-format.ts";
import { recipientsIn } from "./recipient-list.ts";

const AT = 0x40;
const LF = 0x0a;
const CR = 0x0d;

export const RECIPIENTS_FORMAT = namedRowFormat({
  detect(sample, whole) {
    // Nobody copies a megabyte of them, and the first line of a table names its columns.
    if (!whole || !firstLine(sample).includes(AT)) return null;
    return recipientsIn(textOf(sample)) === null
      ? null
      : {
          format: "recipients",
          says: "The file is a list of recipients, as mail programs copy it: each of them is a row.",
        };
  },
  reader: () => new RecipientReader(),
  inOrder: () => ["Name", "Email"],
});

/** Holds the file, which is small: `detect` takes no other. */
class RecipientReader implements NamedRowReader {
  readonly refusal = null;
  readonly notes: readonly string[] = [];
  #held = new Uint8Array(0);

  push(bytes: Uint8Array): readonly NamedRow[] {
    const all = new Uint8Array(this.#held.length + bytes.length);
    all.set(this.#held);
    all.set(bytes, this.#held.length);
    this.#held = all;
    return [];
  }

  end(): readonly NamedRow[] {
    const recipients = recipientsIn(textOf(this.#held)) ?? [];
    return recipients.map(({ name, address, line }) => ({
      line,
      cells: new Map([
        ["Name", name],
        ["Email", address],
      ]),
    }));
  }
}

function textOf(bytes: Uint8Array): string {
  const pieces = new TextPieces(sniffEncoding(bytes, true)?.encoding ?? "utf-8");
  return pieces.push(bytes) + pieces.end();
}

function firstLine(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== LF && byte !== CR);
  const end = bytes.findIndex((byte, at) => at > start && (byte === LF || byte === CR));
  return end < 0 ? bytes : bytes.subarray(0, end);
}
