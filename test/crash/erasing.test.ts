/** Erasing somebody is killed at random moments: in the end nothing is left of them, and of all others everything. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { muster } from "../cli/run-muster.ts";
import { copyData } from "../support/open-test-store.ts";
import { difference, diskState } from "./disk-state.ts";
import { randomFrom, runChild } from "./killing.ts";

const EMAIL = "zaphira@example.com";
const TEXTS = ["zaphira", "quux", "+14155550199"];
const OTHERS = 2_000;
const LEAST = 6;

const people = (city: string, name: string): string =>
  [
    "email,full_name,phone,city",
    ...Array.from({ length: OTHERS }, (_, at) => `p${at}@example.com,Ann ${at},,${city}`),
    `${EMAIL},${name},+14155550199,${city}`,
  ].join("\n");

/** Files of a data folder in which one of the texts still stands. */
const traces = (data: string): readonly string[] =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path).toString("latin1").toLowerCase();
      return TEXTS.some((text) => bytes.includes(text));
    });

const stored = (data: string): readonly string[] => readdirSync(join(data, "files")).sort();

test.each(["at_once", "asked"])(
  "kill -9 while somebody is erased (%s) leaves nothing of them, and the rest as it is undisturbed (C-X2, C-X9)",
  async (how) => {
    const folder = mkdtempSync(join(tmpdir(), "muster-erasing-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [base, whole] = [join(folder, "base"), join(folder, "whole")];
    for (const file of [people("Oslo", "Zaphira Quux"), people("Rome", "Zaphira Quux-Miller")])
      expect(muster(["import", "-", "--yes", "--quiet", "--data", base], { input: file }).code).toBe(0);
    expect(traces(base)).not.toEqual([]);
    await copyData(base, whole);
    const undisturbed = await runChild([whole, EMAIL, how], null, { program: "erasing-child" });
    expect(JSON.parse(undisturbed.said)).toEqual({ state: "erased" });
    expect(traces(whole)).toEqual([]);

    const seed = Date.now();
    const random = randomFrom(seed);
    for (let kills = 0, round = 0; kills < LEAST; round++) {
      const data = join(folder, `killed-${round}`);
      await copyData(base, data);
      for (let mayKill = 3; ; mayKill--) {
        const end = await runChild([data, EMAIL, how], mayKill > 0 ? random() * undisturbed.workedMs : null, {
          program: "erasing-child",
        });
        if (end.killed) kills++;
        else {
          expect(JSON.parse(end.said)).toEqual({ state: "erased" });
          break;
        }
      }
      const left = [traces(data), stored(data), difference(await diskState(whole), await diskState(data))];
      expect(left, `seed ${seed}`).toEqual([[], stored(whole), null]);
      rmSync(data, { recursive: true, force: true });
    }
  },
  480_000,
);
