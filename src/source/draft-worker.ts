/** The reading thread: answers one request after the other, never more batches ahead than it was allowed. */
import { parentPort, workerData } from "node:worker_threads";
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
import { FolderFileStore } from "./folder-file-store.ts";
import { readDrafts, scanFile } from "./read-drafts.ts";

const folder = String(workerData);
const files = new FolderFileStore(folder);
const port = parentPort;
/** Batches that may still be sent, and who waits for more. */
let credits = 0;
let stopped = 0;
let wake: (() => void) | null = null;

/** Rows packed at a time. With 10,000 the collector carries every value about once or twice; with 1,000 hardly any. */
const PIECE_ROWS = 1_000;

const send = (answer: DraftAnswer, moved: ArrayBuffer[] = []): void => port?.postMessage(answer, moved);

/** False where the other thread wants no more of this request. */
async function mayGoOn(request: number): Promise<boolean> {
  while (credits === 0 && stopped < request) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credits--;
  return stopped < request;
}

async function scan({ request, settings }: Extract<DraftRequest, { kind: "scan" }>): Promise<void> {
  const scanned = await scanFile(files, settings, files.scratch);
  if (!scanned.ok) return send({ request, kind: "refused", refusal: scanned.refusal });
  const { answer, finder } = scanned.value;
  const hasDuplicates = settings.policy.inFile !== "both";
  send({ request, kind: "scanned", answer, hasDuplicates });
  for await (const found of finder.candidates()) {
    if (!(await mayGoOn(request))) break;
    send({ request, kind: "duplicates", found });
  }
  await finder.close();
  send({ request, kind: "end" });
}

async function drafts({
  request,
  settings,
  from,
  batchRows,
}: Extract<DraftRequest, { kind: "drafts" }>): Promise<void> {
  const pieceRows = Math.min(batchRows, PIECE_ROWS);
  let pieces: PackedBatch[] = [];
  let rows = 0;
  /** False where no more is wanted. */
  const sendBatch = async (next: FilePosition): Promise<boolean> => {
    if (!(await mayGoOn(request))) return false;
    const batch = joinBatches(pieces);
    pieces = [];
    rows = 0;
    send({ request, kind: "batch", batch, next }, movedWith(batch));
    return true;
  };
  let last: FilePosition | null = null;
  for await (const chunk of readDrafts(files, settings, { from, batchRows: pieceRows })) {
    if (chunk.ok) {
      pieces.push(packBatch(chunk.drafts));
      rows += chunk.drafts.count;
      last = chunk.next;
      // A piece that would go beyond the batch is never begun: batches are cut at the same rows whatever the pieces.
      if (rows + pieceRows <= batchRows) continue;
    }
    if (rows > 0 && last && !(await sendBatch(last))) return send({ request, kind: "end" });
    if (!chunk.ok) return send({ request, kind: "refused", refusal: chunk.refusal });
  }
  if (rows > 0 && last) await sendBatch(last);
  send({ request, kind: "end" });
}

async function answer(message: Extract<DraftRequest, { kind: "scan" | "drafts" }>): Promise<void> {
  credits = 0;
  try {
    await (message.kind === "scan" ? scan(message) : drafts(message));
  } catch (error) {
    const fault = asStoreFault(error);
    const { message: text, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
    const code = fault instanceof StoreFault ? fault.code : null;
    send({ request: message.request, kind: "fault", code, message: text, stack });
  }
}

let turn: Promise<unknown> = Promise.resolve();
port?.on("message", (message: DraftRequest) => {
  if (message.kind === "more") credits++;
  else if (message.kind === "stop") stopped = message.request;
  else turn = turn.then(() => answer(message));
  wake?.();
});
