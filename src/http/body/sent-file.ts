/**
 * The file of a request, however it comes: as a part of a form, as the body itself, as JSON rows, or by naming one that was
 * uploaded before. It is stored while it comes, and what is said about it comes beside it.
 */

import type { ImportSettings } from "../../app/import/import-settings.ts";
import { giveUp, receiveStream } from "../../app/import/preparing/receive-file.ts";
import type { Ports } from "../../app/ports.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { JSON_BYTES } from "../limits.ts";
import { readMultipart } from "./multipart.ts";
import type { SentBytes } from "./sent-bytes.ts";

export type SentFile = {
  readonly source: ImportSettings["source"];
  /** What stands beside the file, as it came; null = nothing does. */
  readonly said: unknown;
  /** Rows that a program made rather than a file. */
  readonly isRows: boolean;
};

/** `upload`: a file that was uploaded before. */
export type Sent = SentFile | { readonly upload: string; readonly said: unknown };

export type Receiving = {
  readonly ports: Pick<Ports, "files" | "store">;
  /** As the query or a header names it; null = they do not. */
  readonly name: string | null;
  /** How large the file may be, by what is said beside it: null = nothing is; undefined = that has not come yet. */
  readonly maxBytes: (said: unknown) => Result<number | null>;
};

const ROWS = /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;
const JSON_TYPE = /^application\/json\b/i;
const FORM = /^multipart\/form-data\b/i;

export async function receiveSent(sent: SentBytes, receiving: Receiving): Promise<Result<Sent>> {
  const { contentType } = sent;
  if (FORM.test(contentType)) return receiveForm(sent, receiving);
  if (/^multipart\//i.test(contentType))
    return refuseWith(
      "media_type_unsupported",
      `The body is ${contentType.slice(0, 80)}; forms are multipart/form-data.`,
    );
  if (ROWS.test(contentType)) return receiveBody(sent, sent, { ...receiving, fallback: "rows.ndjson", isRows: true });
  if (JSON_TYPE.test(contentType)) return receiveJson(sent, receiving);
  return receiveBody(sent, sent, { ...receiving, fallback: "upload", isRows: false });
}

/** A file alone, in a form or as the body, whatever its type. */
export function receiveBytes(sent: SentBytes, receiving: Receiving): Promise<Result<SentFile>> {
  if (FORM.test(sent.contentType)) return receiveForm(sent, receiving);
  return receiveBody(sent, sent, { ...receiving, fallback: "upload", isRows: false });
}

type Body = Receiving & { readonly fallback: string; readonly isRows: boolean; readonly said?: unknown };

async function receiveBody(
  { length }: SentBytes,
  bytes: AsyncIterable<Uint8Array>,
  { ports, name, maxBytes, fallback, isRows, said = null }: Body,
): Promise<Result<SentFile>> {
  const most = maxBytes(said);
  if (!most.ok) return most;
  // Who says beforehand that it is too much need not send it.
  if (most.value !== null && length !== null && length > most.value)
    return refuseWith("file_too_large", `The file has ${length} bytes, and ${most.value} are taken here.`);
  const source = await receiveStream(ports, { name: name ?? fallback, bytes }, most.value);
  return source.ok ? accept({ source: source.value, said, isRows }) : source;
}

async function receiveForm(sent: SentBytes, receiving: Receiving): Promise<Result<SentFile>> {
  let stored: SentFile["source"] | null = null;
  const received = await readForm(sent, receiving, (source) => {
    stored = source;
  }).catch((error: unknown) => dropped(receiving, stored).then(() => Promise.reject(error)));
  // What came behind the file is not as it must be.
  if (!received.ok) await dropped(receiving, stored);
  return received;
}

async function dropped({ ports }: Receiving, source: SentFile["source"] | null): Promise<void> {
  if (source !== null) await giveUp(ports, source.key);
}

async function readForm(
  sent: SentBytes,
  { ports, name, maxBytes }: Receiving,
  onStored: (source: SentFile["source"]) => void,
): Promise<Result<SentFile>> {
  const form = await readMultipart(sent, ["options"], async (file, texts) => {
    const before = texts.has("options") ? jsonIn(texts.get("options"), "The part options") : accept(undefined);
    const most = before.ok ? maxBytes(before.value) : before;
    if (!most.ok) return most;
    const source = await receiveStream(ports, { ...file, name: name ?? file.name }, most.value);
    if (source.ok) onStored(source.value);
    return source;
  });
  if (!form.ok) return form;
  const { file, texts } = form.value;
  const said = jsonIn(texts.get("options"), "The part options");
  if (!said.ok) return said;
  if (file !== null) return accept({ source: file, said: said.value, isRows: false });
  return refuseWith("request_invalid", "The multipart body has no part called file.");
}

/** A list is a file of rows, of any length. An object says which rows or which upload is meant. */
async function receiveJson(sent: SentBytes, receiving: Receiving): Promise<Result<Sent>> {
  const pieces = sent[Symbol.asyncIterator]();
  const begun = await beginning(pieces);
  if (begun.isList) return receiveBody(sent, begun.all(), { ...receiving, fallback: "rows.json", isRows: true });
  const held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of begun.all()) {
    bytes += piece.length;
    if (bytes > JSON_BYTES)
      return refuseWith(
        "body_too_large",
        `A JSON object longer than ${JSON_BYTES} bytes; a list of rows may be longer.`,
      );
    held.push(piece);
  }
  const body = Buffer.concat(held);
  const json = jsonIn(body.toString(), "The body");
  if (!json.ok) return json;
  const { upload, rows, options = null } = Object(json.value) as Readonly<Record<string, unknown>>;
  if (typeof upload === "string") return accept({ upload, said: options });
  if (!Array.isArray(rows))
    return refuseWith("request_invalid", "The JSON is neither a list of rows, nor an object with rows or an upload.");
  const again = (async function* () {
    yield body;
  })();
  return receiveBody(sent, again, { ...receiving, fallback: "rows.json", isRows: true, said: options });
}

async function beginning(pieces: AsyncGenerator<Uint8Array>) {
  const held: Uint8Array[] = [];
  let first: string | undefined;
  while (first === undefined) {
    const { done, value } = await pieces.next();
    if (done) break;
    held.push(value);
    first = /[^\s\ufeff]/.exec(Buffer.from(value).toString())?.[0];
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* held;
    yield* pieces;
  }
  return { isList: first === "[", all };
}

/** @param what is read, as a refusal calls it */
function jsonIn(text: string | undefined, what: string): Result<unknown> {
  if (text === undefined || text.trim() === "") return accept(null);
  try {
    return accept(JSON.parse(text.replace(/^\ufeff/, "")));
  } catch {
    return refuseWith("request_invalid", `${what} is no JSON.`);
  }
}
