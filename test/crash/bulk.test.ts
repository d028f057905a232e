/** Bulk changes and their undos are killed at random moments: in the end all is as it is undisturbed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { muster } from "../cli/run-muster.ts";
import { copyData } from "../support/open-test-store.ts";
import type { Asked } from "./bulk-child.ts";
import { type DiskState, difference, diskState } from "./disk-state.ts";
import { randomFrom, runChild } from "./killing.ts";

const KILLS = 20;
/** Some transactions' worth. */
const PEOPLE = 6_000;

const FILE = [
  "email,full_name,phone,city,tags,company,main contact",
  ...Array.from({ length: PEOPLE }, (_, at) => {
    const company = `Firm ${at % 500}`;
    return `p${at}@example.com,Ann ${at},,${at % 2 === 0 ? "Rome" : "Oslo"},${at % 3 === 0 ? "vip" : ""},${company},1`;
  }),
].join("\n");

const TAGGED: Asked = { change: { do: "add_tags", tags: ["spring", "vip"] }, filter: [] };
const DELETED: Asked = { change: { do: "delete" }, filter: ["city=Rome"] };
const MARKED: Asked = { change: { do: "set_do_not_touch", value: true }, filter: ["city=Oslo"] };

/** Each with the arguments of the process, and in which state the bulk change is then. */
const STEPS = [
  ["tags for all", ["change", "1", JSON.stringify(TAGGED)], "done"],
  ["half of them deleted", ["change", "2", JSON.stringify(DELETED)], "done"],
  ["the others marked", ["change", "3", JSON.stringify(MARKED)], "done"],
  ["the deletion undone", ["undo", "2"], "undone"],
  ["the tags undone", ["undo", "1"], "undone"],
] as const;

const stateIn = (said: string): unknown => (JSON.parse(said) as { readonly state?: string } | null)?.state;

test("kill -9 during bulk changes and their undos loses and repeats nothing (C-X2, C-U1)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-bulk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [base, whole] = [join(folder, "base"), join(folder, "whole")];
  expect(muster(["import", "-", "--yes", "--quiet", "--data", base], { input: FILE }).code).toBe(0);
  await copyData(base, whole);
  const undisturbed: { readonly state: DiskState; readonly workedMs: number }[] = [];
  for (const [name, args, state] of STEPS) {
    const end = await runChild([whole, ...args], null, { program: "bulk-child" });
    expect([name, stateIn(end.said)]).toEqual([name, state]);
    undisturbed.push({ state: await diskState(whole), workedMs: end.workedMs });
  }

  const seed = Date.now();
  const random = randomFrom(seed);
  for (let kills = 0, round = 0; kills < KILLS; round++) {
    const data = join(folder, `killed-${round}`);
    await copyData(base, data);
    for (const [at, [name, args, state]] of STEPS.entries()) {
      const { workedMs = 0, state: expected = {} } = undisturbed[at] ?? {};
      for (let mayKill = 3; ; mayKill--) {
        const end = await runChild([data, ...args], mayKill > 0 ? random() * workedMs : null, {
          program: "bulk-child",
        });
        if (end.killed) {
          kills++;
          continue;
        }
        expect([name, stateIn(end.said)], `seed ${seed}`).toEqual([name, state]);
        break;
      }
      expect(difference(expected, await diskState(data)), `${name}, seed ${seed}`).toBeNull();
    }
    rmSync(data, { recursive: true, force: true });
  }
}, 600_000);
