/** What a bucket's XML says: the few elements of it that are looked at. */
import { SaxesParser } from "saxes";

/** The texts of all elements of this name, in their order. What is no XML has none. */
export function elementsOf(xml: string, name: string): readonly string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  let text: string | null = null;
  parser.on("opentag", (tag) => {
    if (tag.name === name) text = "";
  });
  parser.on("text", (piece) => {
    if (text !== null) text += piece;
  });
  parser.on("closetag", (tag) => {
    if (tag.name === name && text !== null) found.push(text);
    if (tag.name === name) text = null;
  });
  // A proxy's page of HTML, say: whoever asks sees the status.
  parser.on("error", () => undefined);
  parser.write(xml).close();
  return found;
}

/** Its name for what went wrong; `""` = nothing that it has a name for. Some requests fail after a status of 200 was sent. */
export const errorCodeIn = (xml: string): string => (xml.includes("<Error>") ? (elementsOf(xml, "Code")[0] ?? "") : "");

/** @param etags of the parts from 1 on, as they were answered */
export const partsXml = (etags: readonly string[]): string =>
  `<CompleteMultipartUpload>${etags
    .map((etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`)
    .join("")}</CompleteMultipartUpload>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
