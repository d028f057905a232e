/** Data folders that cannot be written or believed: a fault with a name and no damage, and work that goes on when there is room again. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import { StoreFault } from "../../src/app/store-fault.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { difference, diskState } from "../crash/disk-state.ts";
import { runChild } from "../crash/killing.ts";
import { writePeople } from "../crash/people-file.ts";
import { mountSmall, NO_DISK, unmount } from "../support/small-disk.ts";
import { testWorkspace } from "../support/workspace.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function faultOf(work: () => unknown): string {
  try {
    work();
    return "none";
  } catch (error) {
    return error instanceof StoreFault ? error.code : String(error);
  }
}

describe("a disk that is full", () => {
  test("interrupts the import, says so, and lets it go on to the same end when there is room", async (context) => {
    const disk = join(folder, "disk");
    if (!mountSmall(disk, "size=6m")) return context.skip(NO_DISK);
    try {
      const file = join(folder, "people.csv");
      writePeople(file, { from: 1, count: 20_000, edition: 0 });
      const full = await runChild([join(disk, "data"), "import", file, "contacts", "250"], null);
      expect(full.said).toContain("The disk is full.");
      // With not one page left even this is not written; then the lease says that nobody works on it.
      expect((await diskState(join(disk, "data"))).import?.[0]).toMatch(/"state":"(interrupted|running)"/);
      execFileSync("mount", ["-o", "remount,size=64m", disk]);
      const resumed = await runChild([join(disk, "data"), "import", file, "contacts", "250"], null);
      expect(resumed.said).toContain('"state":"done"');
      await runChild([join(folder, "data"), "import", file, "contacts", "250"], null);
      expect(difference(await diskState(join(folder, "data")), await diskState(join(disk, "data")))).toBeNull();
    } finally {
      unmount(disk);
    }
  });

  test("no room for the uploaded file: nothing of it stays", async (context) => {
    const disk = join(folder, "disk");
    if (!mountSmall(disk, "size=1m")) return context.skip(NO_DISK);
    try {
      const file = join(folder, "people.csv");
      writePeople(file, { from: 1, count: 20_000, edition: 0 });
      const full = await runChild([join(disk, "data"), "import", file, "contacts", "250"], null);
      expect(full.said).toContain("The disk is full.");
      expect(readdirSync(join(disk, "data", "tmp"))).toEqual([]);
    } finally {
      unmount(disk);
    }
  });
});

describe("a data folder that cannot be used", () => {
  test("written by a newer version: left as it is", async () => {
    await openSqliteStore(folder).close();
    const database = new DatabaseSync(join(folder, "muster.db"));
    database.exec("pragma user_version = 999");
    database.close();
    expect(faultOf(() => openSqliteStore(folder))).toBe("store_newer");
  });

  test("not a database: left as it is", () => {
    const path = join(folder, "muster.db");
    writeFileSync(path, "email,name\nann@example.com,Ann\n".repeat(1_000));
    expect(faultOf(() => openSqliteStore(folder))).toBe("store_damaged");
    expect(readFileSync(path, "utf8")).toContain("ann@example.com");
  });

  test("a database with pages overwritten: a named fault, no crash", async () => {
    const mine = await testWorkspace();
    await mine.import(`email\n${Array.from({ length: 5_000 }, (_, at) => `p${at}@example.com\n`).join("")}`);
    await mine.ports.drafts.close();
    await mine.ports.store.close();
    const path = join(mine.folder, "data", "muster.db");
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, 8_192));
    const store = () => openSqliteStore(join(mine.folder, "data"));
    const query = { search: null, filters: [], after: 0, limit: 100_000 };
    const fault = await Promise.try(async () => store().contacts.list(1, query)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreFault);
    expect(fault).toMatchObject({ code: "store_damaged" });
    rmSync(mine.folder, { recursive: true, force: true });
  });

  test("a file in its place", () => {
    const path = join(folder, "file");
    writeFileSync(path, "");
    expect(faultOf(() => openSqliteStore(path))).toBe("store_read_only");
    expect(faultOf(() => openSqliteStore(join(path, "below")))).toBe("store_read_only");
  });

  test("on a read-only disk", async (context) => {
    const disk = join(folder, "disk");
    if (!mountSmall(disk, "size=6m")) return context.skip(NO_DISK);
    try {
      await openSqliteStore(join(disk, "data")).close();
      execFileSync("mount", ["-o", "remount,ro", disk]);
      expect(faultOf(() => openSqliteStore(join(disk, "elsewhere")))).toBe("store_read_only");
      const file = join(folder, "people.csv");
      writePeople(file, { from: 1, count: 10, edition: 0 });
      const refused = await runChild([join(disk, "data"), "import", file, "contacts", "250"], null);
      expect(refused.said).toMatch(/cannot be (written|opened)|read-only/);
    } finally {
      unmount(disk);
    }
  });

  test.skipIf(process.getuid?.() === 0)("without the right to write (root may everything: not tried as root)", () => {
    chmodSync(folder, 0o500);
    expect(faultOf(() => openSqliteStore(join(folder, "data")))).toBe("store_read_only");
    chmodSync(folder, 0o700);
  });
});

describe("a stored source file that is no longer what was uploaded", () => {
  const text = `email\n${Array.from({ length: 3_000 }, (_, at) => `p${at}@example.com\n`).join("")}`;

  test.each([
    ["cut short", (path: string) => truncateSync(path, 20_000)],
    ["gone", (path: string) => rmSync(path)],
  ])("%s between plan and run: the import does not say done", async (_, damage) => {
    const mine = await testWorkspace({ batchRows: 500 });
    const planned = await mine.plan(text);
    damage(join(mine.folder, "data", "files", planned.settings.source.key));
    const ended = await runImport(mine.ports, planned.ref).catch((error: unknown) => error as Error);
    const record = await mine.ports.store.imports.get(planned.ref);
    expect(record?.state).not.toBe("done");
    expect(record?.lease).toBeNull();
    expect(ended instanceof Error || !ended.ok || ended.value.state !== "done").toBe(true);
    await mine.close();
  });
});
