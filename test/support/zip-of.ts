/** A zip archive of some texts, for tests of what is read from archives. */
import { ZipFile } from "yazl";

/** Parts are packed in the order in which they are given; `store` leaves them unpacked. */
export async function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { store = false }: { readonly store?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, { compress: !store, mtime: new Date(0) });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
