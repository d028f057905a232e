/** A small part of a workbook, read whole: what it lists, by element. */
import { WORKBOOK_PART_BYTES } from "../../app/limits.ts";
import type { ZipArchive } from "../archive/zip-archive.ts";
import { RefusedFile } from "../refused-file.ts";
import { type Attributes, readXml } from "./xml.ts";

/** Calls `open` and `close` for each element. Nothing happens where the part is missing: most of them may be. */
export async function readPart(
  zip: ZipArchive,
  part: string,
  handler: { open(name: string, attributes: Attributes): void; close?(name: string): void },
): Promise<void> {
  if (!zip.has(part)) return;
  const close = handler.close?.bind(handler) ?? (() => undefined);
  const whole = { open: handler.open.bind(handler), close, text: () => undefined };
  for await (const _ of readXml(capped(zip.read(part), part), whole, part));
}

async function* capped(bytes: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > WORKBOOK_PART_BYTES)
      throw RefusedFile.of("file_suspicious", `${part} is far larger than in any workbook.`);
    yield piece;
  }
}
