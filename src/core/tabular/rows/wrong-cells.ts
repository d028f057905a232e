/** Cells of one row whose bytes are no UTF-8, with these bytes made visible: what a person needs to see to put them right. */

import { decoderFor } from "../decoding/text-decoding.ts";
import { firstInvalidUtf8 } from "../decoding/utf8-validity.ts";
import { OffsetMap } from "./offset-map.ts";
import type { Row, WrongCell } from "./row.ts";
import { RowScanner, type ScannerOptions } from "./row-scanner.ts";

/** While the row is cut into cells, byte 0x80 stands as this character of the private use area, 0x81 as the next, and so on. */
const STANDS_FOR = 0xf700;
const STAND_IN = /[\uf780-\uf7ff]/g;

/** @param bytes those of the row, with its line end */
export function wrongCells(bytes: Uint8Array, options: ScannerOptions): readonly WrongCell[] {
  if (firstInvalidUtf8(bytes) < 0) return [];
  const rows: Row[] = [];
  const text = withStandIns(bytes);
  const scanner = new RowScanner(options, 1);
  scanner.scan(text, 0, true, new OffsetMap(text, bytes, 0, "one-byte"), rows);
  return (rows[0]?.cells ?? []).flatMap((cell, column) =>
    cell.search(STAND_IN) < 0 ? [] : [{ column, raw: cell.replace(STAND_IN, shown) }],
  );
}

const shown = (standIn: string): string => `\\x${(standIn.charCodeAt(0) - STANDS_FOR).toString(16).toUpperCase()}`;

function withStandIns(bytes: Uint8Array): string {
  const decoder = decoderFor("utf-8");
  let text = "";
  let from = 0;
  for (let at = firstInvalidUtf8(bytes); at >= 0; at = firstInvalidUtf8(bytes, from)) {
    text += decoder.decode(bytes.subarray(from, at)) + String.fromCharCode(STANDS_FOR + (bytes[at] ?? 0));
    from = at + 1;
  }
  return text + decoder.decode(bytes.subarray(from));
}
