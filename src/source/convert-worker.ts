/** The converting thread: converts one file, whose bytes it asks for, never more pieces ahead than it was allowed. */
import { parentPort, workerData } from "node:worker_threads";
import { READ_BYTES } from "../app/limits.ts";
import type { TableBytes } from "../app/ports/table-bytes.ts";
import { asStoreFault, StoreFault } from "../app/store-fault.ts";
import { type ConvertTask, type FromConverter, PLACE_BYTES, type ToConverter } from "./convert-message.ts";
import { fileConverter } from "./file-converter.ts";

const task = workerData as ConvertTask;
const port = parentPort;
const waiting = new Map<number, (bytes: Uint8Array) => void>();
let requests = 0;
let pieces = 0;
let credits = 0;
let wake: (() => void) | null = null;

const send = (message: FromConverter): void => port?.postMessage(message);

port?.on("message", (message: ToConverter) => {
  if (message.kind === "more") {
    credits++;
    wake?.();
    return;
  }
  waiting.get(message.request)?.(message.bytes);
  waiting.delete(message.request);
});

const slice = (offset: number, length: number): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const request = ++requests;
    waiting.set(request, resolve);
    send({ kind: "slice", request, offset, length });
  });

const file: TableBytes = {
  size: task.size,
  slice,
  async *bytes(from = 0) {
    for (let at = from; at < task.size; at += READ_BYTES) {
      const bytes = await slice(at, READ_BYTES);
      if (bytes.length === 0) return;
      yield bytes;
    }
  },
};

async function mayGoOn(): Promise<void> {
  while (credits === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credits--;
}

/** A place is free again as soon as whoever stores the pieces allows as many more as there are places. */
async function sendPieces(bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; from += PLACE_BYTES) {
    await mayGoOn();
    const part = bytes.subarray(from, from + PLACE_BYTES);
    const place = pieces++ % (task.room.byteLength / PLACE_BYTES);
    new Uint8Array(task.room, place * PLACE_BYTES, part.length).set(part);
    send({ kind: "piece", place, length: part.length });
  }
}

async function convert(): Promise<void> {
  const opened = await fileConverter(task.scratch).open(file, { sheet: task.sheet });
  if (!opened.ok) return send({ kind: "refused", refusal: opened.refusal });
  const conversion = opened.value;
  send({ kind: "opened", format: conversion?.format ?? null });
  if (!conversion) return;
  try {
    for await (const bytes of conversion.bytes()) await sendPieces(bytes);
    send({ kind: "end", result: conversion.result() });
  } finally {
    await conversion.close();
  }
}

try {
  await convert();
} catch (error) {
  const fault = asStoreFault(error);
  const { message, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
  send({ kind: "fault", code: fault instanceof StoreFault ? fault.code : null, message, stack });
}
