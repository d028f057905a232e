/** A `Converter` that leaves large files to a thread of their own, and small ones and plain text to `fileConverter`. */
import { Worker } from "node:worker_threads";
import { PIECES_AHEAD, THREADED_CONVERSION_BYTES } from "../app/limits.ts";
import type { Conversion, Converted, Converter } from "../app/ports/converter.ts";
import type { TableBytes } from "../app/ports/table-bytes.ts";
import { StoreFault } from "../app/store-fault.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { SNIFF_BYTES } from "../core/tabular/sniffing/sniff.ts";
import { type ConvertTask, type FromConverter, PLACE_BYTES, type ToConverter } from "./convert-message.ts";
import { fileConverter, isPlainText } from "./file-converter.ts";

/** The published package holds compiled files; a clone holds TypeScript. */
const WORKER = new URL(`./convert-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Mebibytes. What a conversion holds is bounded; left alone, the collector would let far more gather. */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** @param scratch as for `fileConverter` */
export function threadedConverter(scratch: string, threadedBytes: number = THREADED_CONVERSION_BYTES): Converter {
  const here = fileConverter(scratch);
  return {
    async open(file, ask) {
      if (file.size < threadedBytes) return here.open(file, ask);
      const start = await file.slice(0, SNIFF_BYTES);
      if (isPlainText(start, file.size <= start.length)) return here.open(file, ask);
      const thread = new ConvertingThread(file, { size: file.size, sheet: ask.sheet, scratch });
      let works = false;
      try {
        const opened = await thread.opened();
        works = opened.ok && opened.value !== null;
        return opened;
      } finally {
        if (!works) await thread.close();
      }
    },
  };
}

class ConvertingThread {
  readonly #worker: Worker;
  readonly #room = new SharedArrayBuffer(PIECES_AHEAD * PLACE_BYTES);
  #messages: FromConverter[] = [];
  #fault: Error | null = null;
  #wake: (() => void) | null = null;
  #result: Result<Converted> | null = null;

  constructor(file: TableBytes, asked: Omit<ConvertTask, "room">) {
    const task: ConvertTask = { ...asked, room: this.#room };
    this.#worker = new Worker(WORKER, { workerData: task, resourceLimits: THREAD_LIMITS });
    this.#worker.on("message", (message: FromConverter) => {
      if (message.kind === "slice") void this.#answer(file, message);
      else this.#take(message);
    });
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("the converting thread ended before its work")));
  }

  /** What the file is; null = text as it is. */
  async opened(): Promise<Result<Conversion | null>> {
    const answer = await this.#next();
    if (answer.kind === "refused") return refuse(answer.refusal);
    if (answer.kind !== "opened") throw unexpected(answer);
    if (answer.format === null) return accept(null);
    return accept({
      format: answer.format,
      bytes: () => this.#pieces(),
      result: () => {
        if (this.#result === null) throw new Error("the converted file was not read to its end");
        return this.#result;
      },
      close: () => this.close(),
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async *#pieces(): AsyncGenerator<Uint8Array> {
    for (let ahead = 0; ahead < PIECES_AHEAD; ahead++) this.#send({ kind: "more" });
    for (;;) {
      const answer = await this.#next();
      if (answer.kind === "end") {
        this.#result = answer.result;
        return;
      }
      if (answer.kind !== "piece") throw unexpected(answer);
      yield new Uint8Array(this.#room, answer.place * PLACE_BYTES, answer.length);
      this.#send({ kind: "more" });
    }
  }

  /** A file that cannot be read any more ends the conversion like a fault of its own. */
  async #answer(file: TableBytes, asked: Extract<FromConverter, { kind: "slice" }>): Promise<void> {
    try {
      const bytes = await file.slice(asked.offset, asked.length);
      this.#send({ kind: "bytes", request: asked.request, bytes });
    } catch (error) {
      this.#fail(error);
    }
  }

  #send(message: ToConverter): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromConverter): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  #fail(error: unknown): void {
    this.#fault ??= error instanceof Error ? error : new Error(String(error));
    this.#wake?.();
  }

  async #next(): Promise<FromConverter> {
    for (;;) {
      const answer = this.#messages.shift();
      if (answer?.kind === "fault") throw faultOf(answer);
      if (answer) return answer;
      if (this.#fault) throw this.#fault;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** A disk that failed in the other thread fails here the same way. */
function faultOf({ code, message, stack }: Extract<FromConverter, { kind: "fault" }>): Error {
  return code ? new StoreFault(code, message) : new Error(`the converting thread failed: ${message}\n${stack}`);
}

const unexpected = ({ kind }: FromConverter): Error => new Error(`the converting thread answered ${kind} out of turn`);
