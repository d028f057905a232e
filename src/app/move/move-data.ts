/**
 * Copies everything that one database holds into an empty one of another kind, table by table in the order of their keys: what
 * the other has by then is where it goes on after a crash. In the end both are read and compared; only then is the copy a
 * database that anybody can work with. What is copied from stays as it is.
 */
import { createHash } from "node:crypto";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { MOVE_BLOCKS, MOVE_ROWS } from "../limits.ts";
import type { CopyRow, CopyTable, TableCopy } from "../ports/table-copy.ts";
import { copiedRow, rowText } from "./row-text.ts";

/** `digest`: SHA-256 of all rows, the same on both. */
export type MovedTable = { readonly name: string; readonly rows: number; readonly digest: string };

export type MoveRequest = {
  readonly from: TableCopy;
  readonly to: TableCopy;
  /** Of what is moved: a move that was cut off is gone on with by the same one only. */
  readonly name: string;
  /** How many rows are there by now. */
  readonly onTable?: (table: string, rows: number) => void;
};

export async function moveData({ from, to, name, onTable }: MoveRequest): Promise<Result<readonly MovedTable[]>> {
  const begun = await to.halfMoved();
  if (begun !== null && begun !== name) {
    return refuseWith("move_refused", "It is half way through being filled from somewhere else.");
  }
  if (begun === null && !(await to.beginMove(name))) {
    return refuseWith("move_refused", "There are workspaces in it already.");
  }
  const tables = await tablesOfBoth(from, to);
  for (const table of tables) await copy(from, to, table, onTable);
  // All of them again, and only now: what was written to one while another was copied shows here.
  const moved: MovedTable[] = [];
  for (const table of tables) {
    const same = (await ifSame(from, to, table)) ?? (await copiedAnew(from, to, table, onTable));
    if (same === null) {
      return refuseWith("move_refused", `${table.name} was changed while it was copied: somebody works with the data.`);
    }
    moved.push(same);
  }
  await to.endMove();
  return accept(moved);
}

/** Those of the one that both have: they are the same on both, or one of the databases is of another version. */
async function tablesOfBoth(from: TableCopy, to: TableCopy): Promise<readonly CopyTable[]> {
  const [ours, theirs] = [await from.tables(), new Map((await to.tables()).map((table) => [table.name, table]))];
  return ours.map((own) => {
    const other = theirs.get(own.name);
    if (other === undefined || ours.length !== theirs.size) throw new Error(`${own.name} is in one database only`);
    const columns = own.columns.filter((column) => other.columns.includes(column)).sort();
    const documents = [...new Set([...own.documents, ...other.documents])];
    return { ...own, columns, documents, hasBytes: own.hasBytes || other.hasBytes };
  });
}

type OnTable = MoveRequest["onTable"];

/** From where an earlier move has come to. */
async function copy(from: TableCopy, to: TableCopy, table: CopyTable, onTable: OnTable): Promise<void> {
  let rows = 0;
  for (let after = await to.lastKey(table); ; ) {
    const page = await from.page(table, after, rowsAtOnce(table));
    if (page.length === 0) return;
    await to.put(
      table,
      page.map((row) => copiedRow(table, row)),
    );
    after = keyOf(table, page.at(-1) ?? []);
    rows += page.length;
    onTable?.(table.name, rows);
  }
}

/** Null = the two differ. */
async function ifSame(from: TableCopy, to: TableCopy, table: CopyTable): Promise<MovedTable | null> {
  const [was, is] = [await factsOf(from, table), await factsOf(to, table)];
  return was.digest === is.digest ? is : null;
}

async function copiedAnew(
  from: TableCopy,
  to: TableCopy,
  table: CopyTable,
  onTable: OnTable,
): Promise<MovedTable | null> {
  await to.empty(table);
  await copy(from, to, table, onTable);
  return ifSame(from, to, table);
}

const rowsAtOnce = ({ hasBytes }: CopyTable): number => (hasBytes ? MOVE_BLOCKS : MOVE_ROWS);

async function factsOf(database: TableCopy, table: CopyTable): Promise<MovedTable> {
  const hash = createHash("sha256");
  let rows = 0;
  for (let after: CopyRow | null = null; ; ) {
    const page: readonly CopyRow[] = await database.page(table, after, rowsAtOnce(table));
    if (page.length === 0) return { name: table.name, rows, digest: hash.digest("hex") };
    for (const row of page) hash.update(rowText(table, row)).update("\n");
    after = keyOf(table, page.at(-1) ?? []);
    rows += page.length;
  }
}

const keyOf = ({ columns, key }: CopyTable, row: CopyRow): CopyRow =>
  key.map((column) => row[columns.indexOf(column)] ?? null);
