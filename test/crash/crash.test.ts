/** The process is killed at random moments of creates, updates and undo; what is left in the end is as if it never had been. */
import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runImport } from "../../src/app/import/run-import.ts";
import { testWorkspace } from "../support/workspace.ts";
import { dealsStory, peopleStory } from "./stories.ts";
import { torment, undisturbed } from "./torment.ts";
import { twoAtOnce } from "./two-at-once.ts";

describe("kill -9 at any moment (C-X2)", () => {
  test.each([
    { what: "creates, updates and undo", story: peopleStory(2_500), least: 20 },
    {
      what: "accounts, contacts with their opportunities, and undo of all of them",
      story: dealsStory(1_000),
      least: 14,
    },
  ])("$least kills of $what leave every table, ledger and receipt as an undisturbed run", async ({ story, least }) => {
    const whole = await undisturbed(story);
    let kills = 0;
    for (let seed = Date.now(); kills < least; seed++) {
      const end = await torment(whole, seed, { most: least - kills });
      expect(end.difference, `npm run torture -- --seed ${seed}`).toBeNull();
      kills += end.kills;
    }
    rmSync(whole.folder, { recursive: true, force: true });
  });
});

describe("two processes on one data folder", () => {
  test.each([
    { mostKills: 0, when: "undisturbed" },
    { mostKills: 3, when: "each killed up to three times" },
  ])("import the same people at once, $when: nobody twice, both ledgers balance", async ({ mostKills }) => {
    const end = await twoAtOnce({ people: 4_000, seed: Date.now(), mostKills });
    expect(end).toMatchObject({ unbalanced: 0, keysOfNobody: 0, contacts: end.people, created: end.people });
  });

  test("who comes to an import that another process works on is told who does", async () => {
    const mine = await testWorkspace();
    const record = await mine.prepare("email\nann@example.com\n");
    if (!record.ok) throw new Error("refused");
    const { ref } = record.value;
    const { imports } = mine.ports.store;
    const inAnHour = mine.ports.now() + 3_600_000;
    await imports.takeLease(ref, "elsewhere:7", inAnHour, () => false);
    const refused = await runImport(mine.ports, ref);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "import_busy" } });
    expect((await imports.get(ref))?.state).toBe("received");
    await mine.close();
  });
});
