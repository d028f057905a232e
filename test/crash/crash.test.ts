/** The process is killed at random moments of creates, updates and undo; what is left in the end is as if it never had been. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { torment, type Undisturbed, undisturbed } from "./torment.ts";

const PEOPLE = 10_000;
const KILLS = 20;

describe("kill -9 at any moment (C-X2)", () => {
  let story: Undisturbed;
  beforeAll(async () => {
    story = await undisturbed(PEOPLE);
  }, 60_000);
  afterAll(() => rmSync(story.folder, { recursive: true, force: true }));

  test(`${KILLS} kills of creates, updates and undo leave contacts, keys, ledger and receipts as an undisturbed run`, async () => {
    let kills = 0;
    for (let seed = Date.now(); kills < KILLS; seed++) {
      const end = await torment(story, seed, KILLS - kills);
      expect(end.difference, `npm run torture -- --seed ${seed}`).toBeNull();
      kills += end.kills;
    }
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  }, 180_000);
});
