/**
 * An embedded database for a test, as the first command in a new data folder makes it. It is a copy of one that is up to date, which
 * takes a tenth of the time; how one comes to be is for the tests of commands and of migrations.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/store/sqlite/database.ts";

const NAME = "muster.db";

let empty: Uint8Array | null = null;

/** @param folder of the data; there is no database in it yet */
export function newEmbeddedDatabase(folder: string): void {
  empty ??= emptyDatabase();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, NAME), empty, { flag: "wx" });
}

function emptyDatabase(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "muster-empty-"));
  openDatabase(folder).close();
  const bytes = readFileSync(join(folder, NAME));
  rmSync(folder, { recursive: true });
  return bytes;
}
