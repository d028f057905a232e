/** Puts a move together: two databases, those who sign in, and stored files. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { moveData } from "../app/move/move-data.ts";
import { moveFiles } from "../app/move/move-files.ts";
import { namedFiles } from "../app/move/named-files.ts";
import { stillData } from "../app/move/still-data.ts";
import { holderName } from "../app/ports/import-ref.ts";
import type { Mover } from "../app/ports/mover.ts";
import type { TableCopy } from "../app/ports/table-copy.ts";
import { type DatabaseConfig, isPostgres } from "../config/database.ts";
import { accept, type Result, refuseWith } from "../core/problem/refusal.ts";
import { isGone } from "../jobs/holder.ts";
import type { SourceFiles } from "../source/source-files.ts";
import { MOVE, noteAtWork, whoIsAtWork } from "./at-work.ts";
import { databaseOf, openStore } from "./open-store.ts";
import { openFiles } from "./stored-files.ts";

/** One end of a move. `database`: null = the embedded one. */
type Place = { readonly folder: string; readonly database: Pick<DatabaseConfig, "url" | "connections"> | null };

const CONNECTIONS = 3;

export const move: Mover = async ({ dataFolder, to: said, warn, onTable }) => {
  const from: Place = { folder: dataFolder, database: databaseOf(process.env) };
  const to: Place = isPostgres(said)
    ? { folder: dataFolder, database: { url: said, connections: CONNECTIONS } }
    : { folder: said, database: null };
  const endNote = await noteAtWork(dataFolder, MOVE);
  try {
    const keys = await stillFiles(dataFolder);
    return keys.ok ? await moveAll(from, to, { keys: keys.value, warn, onTable }) : keys;
  } finally {
    await endNote();
  }
};

type Moving = Pick<Parameters<Mover>[0], "warn" | "onTable"> & { readonly keys: ReadonlySet<string> };

async function moveAll(from: Place, to: Place, { keys, warn, onTable }: Moving): ReturnType<Mover> {
  const [source, target] = [await openTables(from), await openTables(to)];
  try {
    const others = await source.olderConnections(process.uptime());
    if (others > 0) warn(`Other processes of Muster work with the database (${others} of its connections).`);
    const tables = await moveData({ from: source, to: target, name: nameOf(from), onTable });
    if (!tables.ok) return tables;
    const people = await moveSignIn(from, to);
    const kept = (await filesOf(to))[0];
    const { files, present, missing } = await moveFiles({ keys, from: await filesOf(from), to: kept });
    // Those of a folder that the data has left are found by who names it all the same.
    const stays = to.database !== null && kept.place.bucket === null && present > 0;
    const staying = stays ? { files: present, folder: resolve(from.folder) } : null;
    return accept({ tables: tables.value, people, files, missing, staying });
  } finally {
    await source.close();
    await target.close();
  }
}

async function stillFiles(dataFolder: string): Promise<Result<ReadonlySet<string>>> {
  const other = (await whoIsAtWork(dataFolder)).find(({ command }) => command !== MOVE);
  if (other !== undefined) {
    const { command, holder, file } = other;
    const which = `${command} works with the data: ${holderName(holder)}.`;
    return refuseWith(
      "move_refused",
      `${which} If that process is gone, wait a minute, after which ${file}, which says so, counts no more.`,
    );
  }
  const store = await openStore(dataFolder);
  try {
    const still = await stillData({ store, isGone, now: Date.now });
    return still.ok ? accept(await namedFiles(store)) : still;
  } finally {
    await store.close();
  }
}

/** Tells where data comes from without saying it: an address may hold a password. */
const nameOf = ({ folder, database }: Place): string =>
  createHash("sha256")
    .update(database === null ? resolve(folder) : placeOf(database.url))
    .digest("hex");

/** Without who gets in and how: a password that was changed meanwhile makes no other database of it. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

const openTables = async ({ folder, database }: Place): Promise<TableCopy> =>
  database === null
    ? (await import("../store/sqlite/table-copy.ts")).openTableCopy(folder)
    : (await import("../store/postgres/table-copy.ts")).openTableCopy(database.url, database.connections);

async function moveSignIn(from: Place, to: Place): Promise<number> {
  const { SIGN_IN_DATABASE } = await import("../store/sqlite/sign-in-database.ts");
  if (from.database === null && !existsSync(join(from.folder, SIGN_IN_DATABASE))) return 0;
  const { movePeople } = await import("../http/auth/move-people.ts");
  const [source, target] = [await openPeople(from), await openPeople(to)];
  try {
    return await movePeople(source, target);
  } finally {
    await source.close();
    await target.close();
  }
}

const openPeople = async ({ folder, database }: Place) =>
  database === null
    ? (await import("../store/sqlite/sign-in-database.ts")).openSignInDatabase(folder)
    : (await import("../store/postgres/sign-in-database.ts")).openSignInDatabase(database.url);

/** Where files are kept first, then where else they may be: a bucket may have been set up since. */
async function filesOf({ folder, database }: Place): Promise<readonly [SourceFiles, ...SourceFiles[]]> {
  const { FolderFileStore } = await import("../source/folder-file-store.ts");
  const inFolder = new FolderFileStore(folder);
  return database === null ? [inFolder, await openFiles(folder)] : [await openFiles(folder), inFolder];
}
