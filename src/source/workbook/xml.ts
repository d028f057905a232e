/**
 * The XML of a workbook's parts as a stream of tags and texts, without their namespaces: strict and transitional workbooks
 * differ in nothing else, and writers choose prefixes as they like. Entities are never declared: a part that has a document
 * type is turned away whatever is in it.
 */
import { SaxesParser } from "saxes";
import { XML_DEPTH, XML_TEXT_CHARS } from "../../app/limits.ts";
import { damaged, RefusedFile } from "../refused-file.ts";

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandler = {
  /** Local name of the element; attributes with their prefixes. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
};

/**
 * Yields after each piece of bytes, so that the caller can take what the handler has gathered. Throws `RefusedFile`.
 *
 * @param part name of the part, for messages
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  part: string,
): AsyncGenerator<void> {
  const reading = new XmlReading(handler, part);
  let decoder: TextDecoder | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece));
    reading.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  reading.end();
  yield;
}

const PLAIN = { xmlns: false, position: false } as const;

class XmlReading {
  readonly #parser = new SaxesParser<typeof PLAIN>(PLAIN);
  readonly #part: string;
  readonly #names = new Map<string, string>();
  #depth = 0;
  /** Characters since the last tag: the parser holds them all. */
  #held = 0;
  #wrong: RefusedFile | null = null;

  constructor(handler: XmlHandler, part: string) {
    this.#part = part;
    const parser = this.#parser;
    parser.on("opentag", ({ name, attributes }) => {
      this.#held = 0;
      if (++this.#depth > XML_DEPTH) this.#wrong ??= this.#suspicious("has elements nested too deeply");
      else handler.open(this.#localName(name), attributes);
    });
    parser.on("closetag", ({ name }) => {
      this.#held = 0;
      this.#depth--;
      handler.close(this.#localName(name));
    });
    parser.on("text", (text) => handler.text(text));
    parser.on("cdata", (text) => handler.text(text));
    parser.on("doctype", () => {
      this.#wrong ??= this.#suspicious("declares a document type");
    });
    parser.on("error", ({ message }) => {
      // Some programs write control characters that XML does not allow; the reader gives them out like any other.
      if (message.includes("disallowed character")) return;
      this.#wrong ??= damaged(`${part} is no proper XML: ${message.replace(/\.$/, "")}.`);
    });
  }

  write(text: string): void {
    this.#held += text.length;
    this.#parser.write(text);
    if (this.#held > XML_TEXT_CHARS + text.length) this.#wrong ??= this.#suspicious("holds a text that never ends");
    if (this.#wrong) throw this.#wrong;
  }

  end(): void {
    this.#parser.close();
    if (this.#wrong) throw this.#wrong;
  }

  #localName(name: string): string {
    let local = this.#names.get(name);
    if (local === undefined) {
      local = name.slice(name.indexOf(":") + 1);
      if (this.#names.size < 1_000) this.#names.set(name, local);
    }
    return local;
  }

  #suspicious(how: string): RefusedFile {
    return RefusedFile.of("file_suspicious", `${this.#part} ${how}, which no workbook does.`);
  }
}

/** UTF-8, or UTF-16 where it starts with its mark: the two that XML readers have to know. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** An attribute by its local name, whatever its prefix: `r:id` is `id`. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  const plain = attributes[local];
  if (plain !== undefined) return plain;
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}
