/** Files in a folder, and in a real S3-compatible server, against what the ports promise. */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { FolderPartialFiles } from "../../src/source/folder-partial-files.ts";
import { S3FileStore } from "../../src/source/s3/s3-file-store.ts";
import { S3PartialFiles } from "../../src/source/s3/s3-partial-files.ts";
import { type ObjectStorage, objectStorage, troubledFront } from "../support/object-storage.ts";
import { accepted } from "../support/workspace.ts";
import { all, fileStoreConformance, pieces } from "./file-store.ts";
import { partialFilesConformance } from "./partial-files.ts";

const A_DAY_AND_AN_HOUR_MS = 25 * 60 * 60 * 1000;

const newFolder = () => mkdtempSync(join(tmpdir(), "muster-files-"));
const gone = (folder: string) => rmSync(folder, { recursive: true, force: true });

fileStoreConformance("files in a folder", async () => {
  const folder = newFolder();
  return {
    files: new FolderFileStore(folder),
    another: () => new FolderFileStore(folder),
    leftBehind: async () => readdirSync(join(folder, "tmp")),
    async aDayLater() {
      const then = (Date.now() - A_DAY_AND_AN_HOUR_MS) / 1000;
      for (const name of readdirSync(join(folder, "tmp"))) utimesSync(join(folder, "tmp", name), then, then);
    },
    close: async () => gone(folder),
  };
});

test("a file that somebody puts again while it goes stays in the folder (C-Q1)", async () => {
  const folder = newFolder();
  const files = new FolderFileStore(folder);
  const { key } = accepted(await files.put(pieces("Email\n", "ann@x.test\n"), null));
  await files.remove(key);
  expect(await files.has(key)).toBe(true);
  await files.letGo(key);
  await files.remove(key);
  expect(await files.has(key)).toBe(false);
  await files.remove(key);
  expect(readdirSync(join(folder, "tmp"))).toEqual([]);
  gone(folder);
});

test("what is on its way out is swept a day after it went, however old it is (C-Q1)", async () => {
  const folder = newFolder();
  const files = new FolderFileStore(folder);
  const { key } = accepted(await files.put(pieces("Email\n", "ann@x.test\n"), null));
  const then = (Date.now() - A_DAY_AND_AN_HOUR_MS) / 1000;
  utimesSync(join(folder, "files", key), then, then);
  const removed = join(folder, "tmp", "removed-1-1");
  renameSync(join(folder, "files", key), removed);
  await files.put(pieces("Email\n", "bob@x.test\n"), null);
  expect(existsSync(removed)).toBe(true);
  gone(folder);
});

test("what a process was killed over as it went is gone with the next word to remove it, or stays for whom needs it (C-X9)", async () => {
  const folder = newFolder();
  const owned = (holder: string) =>
    new FolderFileStore(folder, { holder, isGone: (other) => other === "here:1#a.b.c" });
  const half = (key: string): void =>
    renameSync(
      join(folder, "files", key),
      join(folder, "tmp", `removed-${key}-1-1.${Buffer.from("here:1#a.b.c").toString("base64url")}`),
    );
  const [files, others] = [owned("here:2#a.b.c"), owned("here:3#a.b.c")];
  const { key } = accepted(await files.put(pieces("Email\n", "ann@x.test\n"), null));
  half(key);
  await others.remove(key);
  expect(await others.has(key)).toBe(true);
  half(key);
  await others.put(pieces("Email\n", "bob@x.test\n"), null);
  expect(await others.has(key)).toBe(true);
  half(key);
  await files.letGo(key);
  await others.remove(key);
  expect([await others.has(key), readdirSync(join(folder, "tmp")).some((name) => name.includes(key))]).toEqual([
    false,
    false,
  ]);
  gone(folder);
});

test("what a process has left behind that is gone is swept with the next file, and no other's (C-X2)", async () => {
  const folder = newFolder();
  const owned = (holder: string) =>
    new FolderFileStore(folder, { holder, isGone: (other) => other === "here:1#a.b.c" && holder !== other });
  const held = async (holder: string, text: string) => accepted(await owned(holder).put(pieces(text), null)).key;
  const [living, far, dead] = [
    await held("here:2#a.b.c", "Email\nbob@x.test\n"),
    await held("there:1#d.e.f", "Email\ncy@x.test\n"),
    await held("here:1#a.b.c", "Email\nann@x.test\n"),
  ];
  const [dying] = readdirSync(join(folder, "tmp")).filter((name) => name.includes(dead));
  writeFileSync(join(folder, "tmp", `upload-${dying?.replace(/^hold-\w+-/, "")}`), "Em");
  const next = owned("here:3#a.b.c");
  const { key } = accepted(await next.put(pieces("Email\ndee@x.test\n"), null));
  expect(await Promise.all([dead, living, far, key].map((one) => next.isHeld(one)))).toEqual([false, true, true, true]);
  expect(readdirSync(join(folder, "tmp")).filter((name) => name.startsWith("upload-"))).toEqual([]);
  gone(folder);
});

partialFilesConformance("files that come in parts, in a folder", async () => {
  const folder = newFolder();
  return {
    partials: new FolderPartialFiles(folder),
    another: () => new FolderPartialFiles(folder),
    close: async () => gone(folder),
  };
});

describe("object storage", () => {
  let storage: ObjectStorage;
  beforeAll(async () => {
    storage = await objectStorage();
  });
  afterAll(() => storage.close());
  let opened = 0;

  fileStoreConformance("files in a bucket", async () => {
    const front = await troubledFront(storage.address);
    const prefix = `suite-${++opened}/`;
    const open = () => new S3FileStore(storage.config({ prefix, endpoint: front.address }), tmpdir());
    return {
      files: open(),
      another: open,
      leftBehind: async () => (await storage.keys()).filter((key) => key.startsWith(`${prefix}tmp/`)),
      async aDayLater() {
        front.laterMs = A_DAY_AND_AN_HOUR_MS;
      },
      close: () => front.close(),
    };
  });

  partialFilesConformance("files that come in parts, in a bucket", async () => {
    const config = storage.config({ prefix: `suite-${++opened}/` });
    return { partials: new S3PartialFiles(config), another: () => new S3PartialFiles(config), close: async () => {} };
  });

  test("two servers that take the same part at once leave one file", async () => {
    const config = storage.config({ prefix: "at-once/" });
    const [one, two] = [new S3PartialFiles(config), new S3PartialFiles(config)];
    await one.append("upload.part", pieces("0123"));
    // The first goes on with what a client has sent, which has asked the second by then where it stands.
    const begun = Promise.withResolvers<void>();
    const slow = async function* () {
      yield* pieces("45");
      await begun.promise;
      yield* pieces("678");
    };
    const first = one.append("upload.part", slow());
    expect(await two.append("upload.part", pieces("456"))).toBe(7);
    begun.resolve();
    await first;
    const size = await two.size("upload.part");
    const rest = "0123456789".slice(size);
    expect(await two.append("upload.part", pieces(rest))).toBe(10);
    expect((await all(two.read("upload.part"))).toString()).toBe("0123456789");
  });
});
