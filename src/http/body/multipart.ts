/** `multipart/form-data` (RFC 7578) as it comes: the one part that is a file is handed on while it is read, the others are texts. */
import { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { accept, type Refused, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { FORM_PARTS, JSON_BYTES } from "../limits.ts";
import { BodyCutOff, type SentBytes } from "./sent-bytes.ts";

export type SentFile = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/** @typeParam T what became of the file */
export type Form<T> = { readonly file: T | null; readonly texts: ReadonlyMap<string, string> };

/**
 * @param take gets the part called `file`, with the texts that stand before it; where it refuses, the rest is not read
 * @param known names of the other parts; null = any
 */
export async function readMultipart<T>(
  sent: SentBytes,
  known: readonly string[] | null,
  take: (file: SentFile, texts: ReadonlyMap<string, string>) => Promise<Result<T>>,
): Promise<Result<Form<T>>> {
  const form = new FormReading(sent, known, take);
  return form.read();
}

/** The part called file is one whether it has a name or not. */
const isPartAFile = (part: string | undefined, _: unknown, fileName: string | undefined): boolean =>
  part === "file" || fileName !== undefined;

const malformed = (what: string): Refused => refuseWith("request_invalid", what);

/** One body while it is read. The first thing that is wrong with it ends it. */
class FormReading<T> {
  readonly #sent: SentBytes;
  readonly #known: readonly string[] | null;
  readonly #take: (file: SentFile, texts: ReadonlyMap<string, string>) => Promise<Result<T>>;
  readonly #texts = new Map<string, string>();
  #file: Promise<Result<T>> | null = null;
  readonly #others: Promise<void>[] = [];
  readonly #parts: Readable[] = [];
  #source: Readable | null = null;
  #giveUp: () => void = () => undefined;
  #wrong: Refused | null = null;

  constructor(...[sent, known, take]: Parameters<typeof readMultipart<T>>) {
    this.#sent = sent;
    this.#known = known;
    this.#take = take;
  }

  async read(): Promise<Result<Form<T>>> {
    const parser = this.#parser();
    if ("refusal" in parser) return parser;
    const source = Readable.from(this.#sent, { objectMode: false });
    this.#source = source;
    const fault = await new Promise<unknown>((resolve) => {
      this.#giveUp = () => resolve(null);
      parser.once("finish", () => resolve(null));
      parser.once("error", resolve);
      source.once("error", resolve);
      source.once("close", () => source.readableEnded || resolve(null));
      source.pipe(parser);
    });
    // Whoever reads a part waits for its end, which does not come any more.
    const isCutOff = fault !== null || this.#wrong !== null || !source.readableEnded;
    if (isCutOff) for (const part of this.#parts) part.destroy(new BodyCutOff("The body is not read to its end."));
    return this.#ended(fault);
  }

  async #ended(fault: unknown): Promise<Result<Form<T>>> {
    const [file] = await Promise.all([
      this.#file?.catch((error: unknown) => (error instanceof BodyCutOff ? null : Promise.reject(error))),
      ...this.#others,
    ]);
    if (fault instanceof BodyCutOff) throw fault;
    if (this.#wrong !== null) return this.#wrong;
    if (file?.ok === false) return file;
    if (fault !== null) return malformed("The multipart body is not as it must be: a part is not ended.");
    return accept({ file: file?.ok ? file.value : null, texts: this.#texts });
  }

  #parser(): InstanceType<typeof Busboy> | Refused {
    try {
      const headers = { "content-type": this.#sent.contentType };
      const parser = new Busboy({ headers, limits: FORM_PARTS, preservePath: true, isPartAFile });
      parser.on("file", (name, stream, fileName) => this.#part(name, stream, fileName));
      parser.on("field", (name, value, _, isCut) => this.#text(name, value, isCut));
      for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const)
        parser.on(limit, () => this.#stop(malformed("The multipart body has too many parts.")));
      return parser;
    } catch {
      return malformed("The Content-Type of the multipart body names no boundary.");
    }
  }

  #part(name: string, stream: Readable, fileName: string | undefined): void {
    stream.on("error", () => undefined);
    this.#parts.push(stream);
    if (name !== "file") {
      // Programs send JSON parts as files, too.
      this.#others.push(this.#textOf(name, stream).catch(() => undefined));
      return;
    }
    if (this.#file !== null) {
      stream.resume();
      this.#stop(malformed("The multipart body has two parts called file."));
      return;
    }
    this.#sent.counts(`\nfile ${fileName}\n`);
    this.#file = this.#take({ name: fileName ?? "", bytes: this.#counted(stream) }, this.#texts).then((taken) => {
      if (!taken.ok) this.#stop(taken);
      return taken;
    });
    this.#file.catch(() => this.#end());
  }

  async *#counted(stream: Readable): AsyncGenerator<Uint8Array> {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      this.#sent.counts(piece);
      yield piece;
    }
  }

  async #textOf(name: string, stream: Readable): Promise<void> {
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes <= JSON_BYTES) pieces.push(piece);
    }
    this.#text(name, Buffer.concat(pieces).toString(), bytes > JSON_BYTES);
  }

  #text(name: string, value: string, isCut: boolean): void {
    const shown = name.slice(0, 40);
    if (this.#known !== null && !this.#known.includes(name)) {
      const parts = ["file", ...this.#known].join(" and ");
      this.#stop(malformed(`The part ${shown} is not read here: the parts are ${parts}.`));
    } else if (this.#texts.has(name)) this.#stop(malformed(`The part ${shown} comes twice.`));
    else if (isCut) this.#stop(refuseWith("body_too_large", `The part ${shown} is longer than ${JSON_BYTES} bytes.`));
    this.#sent.counts(`\n${name}\n${value}\n`);
    this.#texts.set(name, value);
  }

  /** The body may have come whole, with parts that nobody reads any more. */
  #end(): void {
    this.#source?.destroy();
    this.#giveUp();
  }

  #stop(wrong: Refused): void {
    this.#wrong ??= wrong;
    this.#end();
  }
}

/** Reads a body to its end, to know whether it is the same as another. */
export async function drainMultipart(sent: SentBytes): Promise<void> {
  await readMultipart(sent, null, async ({ bytes }) => {
    for await (const _ of bytes);
    return accept(null);
  });
}
