/** What SQLite throws, as faults of the store with a name. */
import { asStoreFault, StoreFault, type StoreFaultCode } from "../../app/store-fault.ts";

const BUSY = 5;

/** https://www.sqlite.org/rescode.html: the low byte is the primary code. */
const primaryCode = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;

/** Another connection holds what is asked for. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === BUSY;

const FAULTS: ReadonlyMap<number, readonly [StoreFaultCode, string]> = new Map([
  [BUSY, ["store_busy", "Another process has been writing to the data folder for too long."]],
  [6, ["store_busy", "Another process has been writing to the data folder for too long."]],
  [8, ["store_read_only", "The data folder cannot be written to."]],
  [10, ["store_damaged", "The disk did not read or write what it was asked to."]],
  [11, ["store_damaged", "The database file is damaged."]],
  [13, ["disk_full", "The disk is full."]],
  [14, ["store_read_only", "The data folder cannot be opened."]],
  [26, ["store_damaged", "muster.db in the data folder is not a Muster database."]],
]);

export function asFault(error: unknown): unknown {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const known = FAULTS.get(primaryCode(error) ?? 0);
  return known ? new StoreFault(known[0], known[1], { cause: error }) : asStoreFault(error);
}

export function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
}
