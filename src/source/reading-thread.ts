/** One thread that reads stored files, as whoever asks it sees it: requests in turn, answers as values and streams. */
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ImportSettings, ReadingSettings } from "../app/import/import-settings.ts";
import type { ScannedPart } from "../app/import/scanning/scanned-part.ts";
import { BATCHES_AHEAD } from "../app/limits.ts";
import type { DraftChunk, FoundDuplicates } from "../app/ports.ts";
import { StoreFault } from "../app/store-fault.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { type DraftAnswer, type DraftRequest, unpackBatch } from "./draft-message.ts";
import type { Beside } from "./duplicate-finder.ts";
import type { FilePart } from "./open-rows.ts";
import type { FilesPlace } from "./source-files.ts";

/** The published package holds compiled files; a clone holds TypeScript. */
const WORKER = new URL(`./draft-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Mebibytes. The thread keeps no more than a few batches: left alone, the collector would let hundreds gather first. */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

export class ReadingThread {
  readonly #worker: Worker;
  readonly #batchRows: number;
  #requests = 0;
  #answers: DraftAnswer[] = [];
  #fault: Error | null = null;
  #wake: (() => void) | null = null;

  /**
   * @param place of the stored files that are read
   * @param batchRows rows of a batch, and between the marks of a scan
   */
  constructor(place: FilesPlace, batchRows: number) {
    this.#batchRows = batchRows;
    this.#worker = new Worker(WORKER, { workerData: place, resourceLimits: THREAD_LIMITS });
    const wake = (): void => this.#wake?.();
    this.#worker.on("message", (answer: DraftAnswer) => {
      this.#answers.push(answer);
      wake();
    });
    this.#worker.on("error", (error) => {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      wake();
    });
    this.#worker.on("exit", () => {
      this.#fault ??= new Error("the reading thread has ended");
      wake();
    });
    this.#worker.unref();
  }

  /** Whatever it is asked, it answers no more. */
  get hasEnded(): boolean {
    return this.#fault !== null;
  }

  async scan(settings: ImportSettings, part: FilePart): Promise<Result<ScannedPart>> {
    const request = ++this.#requests;
    this.#send({ kind: "scan", request, settings, part, batchRows: this.#batchRows });
    const answer = await this.#next(request);
    if (answer.kind === "refused") return refuse(answer.refusal);
    if (answer.kind !== "scanned") throw unexpected(answer);
    return accept(answer.found);
  }

  /** Keys of the last scan that may stand on several lines; they can be asked for once, before anything else. */
  async *duplicates(beside: Beside): AsyncGenerator<FoundDuplicates> {
    const request = ++this.#requests;
    this.#send({ kind: "duplicates", request, beside });
    try {
      for (;;) {
        this.#send({ kind: "more", request });
        const answer = await this.#next(request);
        if (answer.kind === "end") return;
        if (answer.kind !== "duplicates") throw unexpected(answer);
        yield answer.found;
      }
    } finally {
      this.#send({ kind: "stop", request });
    }
  }

  /** The parts one after the other; a batch never reaches from one into the next. */
  async *drafts(settings: ReadingSettings, parts: readonly FilePart[]): AsyncGenerator<DraftChunk> {
    const request = ++this.#requests;
    this.#send({ kind: "drafts", request, settings, parts, batchRows: this.#batchRows });
    for (let ahead = 0; ahead < BATCHES_AHEAD; ahead++) this.#send({ kind: "more", request });
    try {
      for (;;) {
        const answer = await this.#next(request);
        if (answer.kind === "end") return;
        if (answer.kind === "refused") yield refuse(answer.refusal);
        else if (answer.kind === "batch") {
          const second = answer.second === null ? {} : { second: unpackBatch(answer.second) };
          yield { ok: true, drafts: unpackBatch(answer.batch), ...second, next: answer.next };
        } else throw unexpected(answer);
        if (answer.kind === "refused") return;
        this.#send({ kind: "more", request });
        // Messages that wait are handed over one after the other; without a turn of the event loop no signal is ever seen.
        await setImmediate();
      }
    } finally {
      this.#send({ kind: "stop", request });
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(message: DraftRequest): void {
    this.#worker.postMessage(message);
  }

  /** Answers to requests that were given up are passed over. */
  async #next(request: number): Promise<DraftAnswer> {
    this.#worker.ref();
    try {
      for (;;) {
        if (this.#fault) throw this.#fault;
        const answer = this.#answers.shift();
        if (answer?.request === request) {
          if (answer.kind === "fault") throw faultOf(answer);
          return answer;
        }
        if (answer === undefined) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      this.#worker.unref();
    }
  }
}

/** A disk that failed in the other thread fails here the same way. */
function faultOf({ code, message, stack }: Extract<DraftAnswer, { kind: "fault" }>): Error {
  return code ? new StoreFault(code, message) : new Error(`the reading thread failed: ${message}\n${stack}`);
}

const unexpected = (answer: DraftAnswer): Error => new Error(`the reading thread answered ${answer.kind} out of turn`);
