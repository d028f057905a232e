/** The reading thread: answers one request after the other, never more batches ahead than it was allowed. */
import { parentPort, workerData } from "node:worker_threads";
import { PIECE_ROWS } from "../app/limits.ts";
import type { FilePosition } from "../app/ports.ts";
import { asStoreFault, StoreFault } from "../app/store-fault.ts";
import {
  type DraftAnswer,
  type DraftRequest,
  joinBatches,
  movedWith,
  type PackedBatch,
  packBatch,
} from "./draft-message.ts";
import type { DuplicateFinder } from "./duplicate-finder.ts";
import { openSourceFiles } from "./open-source-files.ts";
import { draftBuilder, readDrafts } from "./read-drafts.ts";
import { scanPart } from "./scan-part.ts";
import type { FilesPlace } from "./source-files.ts";

const files = await openSourceFiles(workerData as FilesPlace);
const port = parentPort;
type Task = Exclude<DraftRequest, { kind: "more" | "stop" }>;

/** Batches that may still be sent for the last request that was allowed any, and who waits for more. */
let credits = 0;
let creditsOf = 0;
let stopped = 0;
let wake: (() => void) | null = null;
/** Holds the keys of the last scan until they are asked for. */
let finder: DuplicateFinder | null = null;

const send = (answer: DraftAnswer, moved: ArrayBuffer[] = []): void => port?.postMessage(answer, moved);

/** False where the other thread wants no more of this request. */
async function mayGoOn(request: number): Promise<boolean> {
  while (credits === 0 && stopped < request) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  if (stopped >= request) return false;
  credits--;
  return true;
}

async function scan({ request, settings, part, batchRows }: Extract<DraftRequest, { kind: "scan" }>): Promise<void> {
  const scanned = await scanPart(files, settings, { part, batchRows });
  if (!scanned.ok) return send({ request, kind: "refused", refusal: scanned.refusal });
  finder = scanned.value.finder;
  send({ request, kind: "scanned", found: scanned.value.found });
}

async function duplicates({ request, beside }: Extract<DraftRequest, { kind: "duplicates" }>): Promise<void> {
  for await (const found of finder?.candidates(beside) ?? []) {
    if (found.length === 0) continue;
    if (!(await mayGoOn(request))) break;
    send({ request, kind: "duplicates", found }, [found.buffer]);
  }
  await forgetKeys();
  send({ request, kind: "end" });
}

async function forgetKeys(): Promise<void> {
  await finder?.close();
  finder = null;
}

async function drafts({
  request,
  settings,
  parts,
  batchRows,
}: Extract<DraftRequest, { kind: "drafts" }>): Promise<void> {
  const pieceRows = Math.min(batchRows, PIECE_ROWS);
  let pieces: PackedBatch[] = [];
  let seconds: PackedBatch[] = [];
  let rows = 0;
  /** False where no more is wanted. */
  const sendBatch = async (next: FilePosition): Promise<boolean> => {
    if (!(await mayGoOn(request))) return false;
    const batch = joinBatches(pieces);
    const second = seconds.length === 0 ? null : joinBatches(seconds);
    pieces = [];
    seconds = [];
    rows = 0;
    const moved = second === null ? movedWith(batch) : [...movedWith(batch), ...movedWith(second)];
    send({ request, kind: "batch", batch, second, next }, moved);
    return true;
  };
  const builder = draftBuilder(settings);
  for (const part of parts) {
    let last: FilePosition | null = null;
    for await (const chunk of readDrafts(files, settings, { builder, part, batchRows: pieceRows })) {
      if (chunk.ok) {
        pieces.push(packBatch(chunk.drafts));
        if (chunk.second) seconds.push(packBatch(chunk.second));
        rows += chunk.drafts.count;
        last = chunk.next;
        // A piece that would go beyond the batch is never begun: batches are cut at the same rows whatever the pieces.
        if (rows + pieceRows <= batchRows) continue;
      }
      if (rows > 0 && last && !(await sendBatch(last))) return send({ request, kind: "end" });
      if (!chunk.ok) return send({ request, kind: "refused", refusal: chunk.refusal });
    }
    if (rows > 0 && last && !(await sendBatch(last))) break;
  }
  send({ request, kind: "end" });
}

async function answer(message: Task): Promise<void> {
  try {
    if (message.kind === "duplicates") return await duplicates(message);
    await forgetKeys();
    await (message.kind === "scan" ? scan(message) : drafts(message));
  } catch (error) {
    const fault = asStoreFault(error);
    const { message: text, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
    const code = fault instanceof StoreFault ? fault.code : null;
    send({ request: message.request, kind: "fault", code, message: text, stack });
  }
}

function allowOneMore(request: number): void {
  // Allowed for a request that waits for the end of another, it is not to be used up by that one.
  if (request > creditsOf) credits = 0;
  creditsOf = request;
  credits++;
}

let turn: Promise<unknown> = Promise.resolve();
port?.on("message", (message: DraftRequest) => {
  if (message.kind === "more") allowOneMore(message.request);
  else if (message.kind === "stop") stopped = message.request;
  else turn = turn.then(() => answer(message));
  wake?.();
});
