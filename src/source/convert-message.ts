/** What the converting thread and whoever waits for it say to each other. The file itself stays where it was opened, and its bytes are asked for. */
import type { Converted } from "../app/ports/converter.ts";
import type { StoreFaultCode } from "../app/store-fault.ts";
import type { Refusal, Result } from "../core/problem/refusal.ts";
import type { FileFormat } from "../core/tabular/file-format.ts";

export type ConvertTask = {
  /** Bytes of the file. */
  readonly size: number;
  readonly sheet: string | null;
  /** Folder for scratch files. */
  readonly scratch: string;
  /** Places for the pieces that are on their way, used in turn: a buffer for each would be garbage the size of the file. */
  readonly room: SharedArrayBuffer;
};

/** Bytes of one place. */
export const PLACE_BYTES = 128 * 1024;

export type ToConverter =
  | { readonly kind: "bytes"; readonly request: number; readonly bytes: Uint8Array }
  /** One more piece may be sent. */
  | { readonly kind: "more" };

export type FromConverter =
  | { readonly kind: "slice"; readonly request: number; readonly offset: number; readonly length: number }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** Null = text as it is. */
  | { readonly kind: "opened"; readonly format: FileFormat | null }
  | { readonly kind: "piece"; readonly place: number; readonly length: number }
  | { readonly kind: "end"; readonly result: Result<Converted> }
  | { readonly kind: "fault"; readonly code: StoreFaultCode | null; readonly message: string; readonly stack: string };
