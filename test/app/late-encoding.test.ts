/** An import whose file shows its encoding only where no sample was taken. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import type { Ports } from "../../src/app/ports.ts";
import { people, workspaces } from "../scenario/story.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";
import { encode } from "../tabular/encode.ts";

const open = workspaces({ thread: true });

/** Every sample is plain ASCII, as if the letters beyond it stood between the places that were looked at. */
function withBlindSamples(ports: Ports): Ports {
  const { files } = ports;
  const slice: typeof files.slice = async (...place) =>
    (await files.slice(...place)).map((byte) => (byte < 0x80 ? byte : 0x78));
  return {
    ...ports,
    files: {
      ...files,
      put: files.put.bind(files),
      read: files.read.bind(files),
      has: files.has.bind(files),
      letGo: files.letGo.bind(files),
      isHeld: files.isHeld.bind(files),
      remove: files.remove.bind(files),
      slice,
    },
  };
}

async function imported({ ports, workspace, folder }: TestWorkspace, bytes: Uint8Array) {
  const path = join(folder, "late.csv");
  writeFileSync(path, bytes);
  const source = accepted(await receiveFile(ports, path, null));
  const record = accepted(await prepareImport(withBlindSamples(ports), workspace, source, { request: UNSAID }));
  expect(record.settings.dialect).toMatchObject({ encoding: "utf-8" });
  return accepted(await runImport(ports, record.ref));
}

test("is scanned again from the start in the better one, and says so (C-B3)", async () => {
  const workspace = await open();
  const file = encode(
    "Name,Email\nAnn,ann@example.com\nZoë Müller,zoe@example.com\nHélène,h@example.com\n",
    "windows-1252",
  );
  const record = await imported(workspace, file);
  expect(await people(workspace, "full_name")).toEqual(["Ann", "Zoë Müller", "Hélène"]);
  expect(record.settings.dialect.encoding).toBe("windows-1252");
  expect(record.scan?.says[0]).toContain(
    "line 3 showed that not all of the file is utf-8: it was read again from its start",
  );
});

test("keeps its UTF-8, and says which cells were read in another encoding, with their bytes (C-B3)", async () => {
  const workspace = await open();
  const good = Array.from({ length: 60 }, (_, at) => `Zoë ${at},z${at}@example.com\n`).join("");
  const bad = encode("Jürgen Müller,j@example.com\n", "windows-1252");
  const file = new Uint8Array([...encode(`Name,Email\n${good}`, "utf-8"), ...bad]);
  const record = await imported(workspace, file);
  expect((await people(workspace, "full_name")).at(-1)).toBe("Jürgen Müller");
  expect(record.settings.dialect).toMatchObject({ encoding: "utf-8", fallback: "windows-1252" });
  expect(record.scan?.says).toContain(
    "1 cell has bytes that are not utf-8, the first on line 62, Name: J\\xFCrgen M\\xFCller; read as windows-1252: Jürgen Müller",
  );
});

test("leaves out a cell whose bytes make no sense, with the bytes in the ledger (C-B3)", async () => {
  const workspace = await open();
  const good = Array.from({ length: 60 }, (_, at) => `Zoë ${at},z${at}@example.com\n`).join("");
  const file = new Uint8Array([
    ...encode(`Name,Email\n${good}Jos`, "utf-8"),
    0xc3,
    ...encode(",j@example.com\n", "utf-8"),
  ]);
  const record = await imported(workspace, file);
  const last = (await workspace.lines(record)).at(-1);
  expect(last).toMatchObject({ line: 62, problems: [{ code: "text_undecodable", column: "Name", value: "Jos\\xC3" }] });
});

test("puts right what was encoded twice, over the whole column, and says so (C-E10)", async () => {
  const workspace = await open();
  const record = await workspace.import(
    "Name,Email\nMÃ¼ller,m@example.com\nMüller,n@example.com\nZoÃ«,z@example.com\n",
  );
  expect(await people(workspace, "full_name")).toEqual(["Müller", "Müller", "Zoë"]);
  expect(record.scan?.says).toEqual([
    "Name: 2 cells were encoded twice and put right: “MÃ¼ller” on line 2 is “Müller”",
  ]);
});
