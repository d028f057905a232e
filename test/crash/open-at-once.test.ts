import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const saidBy = (child: ChildProcess): Promise<unknown> => new Promise((said) => child.once("message", said));

test("processes that open a new data folder at the same moment all get it", async () => {
  const children = [1, 2, 3].map(() => fork(new URL("./opening-child.ts", import.meta.url)));
  try {
    await Promise.all(children.map(saidBy));
    for (let round = 0; round < 20; round++) {
      const folder = mkdtempSync(join(tmpdir(), "muster-open-"));
      const ends = children.map((child) => {
        const said = saidBy(child);
        child.send(folder);
        return said;
      });
      expect(await Promise.all(ends)).toEqual(["opened", "opened", "opened"]);
      rmSync(folder, { recursive: true });
    }
  } finally {
    for (const child of children) child.kill();
  }
});
