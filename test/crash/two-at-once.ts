/** Two processes import the same people into one data folder at the same time, with or without being killed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { randomFrom, runChild } from "./killing.ts";
import { writePeople } from "./people-file.ts";

export type TwoAtOnce = {
  readonly kills: number;
  readonly contacts: number;
  /** Different external ids among them. */
  readonly people: number;
  /** Imports that are not done, or whose ledger has not as many lines as the file. */
  readonly unbalanced: number;
  /** Lines that say they have created a contact. */
  readonly created: number;
  /** Keys of the identity index whose contact is not there. */
  readonly keysOfNobody: number;
};

/** @param mostKills of each process */
export async function twoAtOnce(options: {
  readonly people: number;
  readonly seed: number;
  readonly mostKills: number;
}): Promise<TwoAtOnce> {
  const folder = mkdtempSync(join(tmpdir(), "muster-two-"));
  const random = randomFrom(options.seed);
  let kills = 0;
  const one = async (name: string): Promise<void> => {
    const file = join(folder, name);
    writePeople(file, { from: 1, count: options.people, edition: 0 });
    for (let left = options.mostKills; ; left--) {
      const end = await runChild(
        [join(folder, "data"), "import", file, "contacts", "250"],
        left > 0 ? random() ** 2 * 2_000 : null,
      );
      if (end.killed) kills++;
      else if (end.said.includes('"state":"done"')) return;
      // The other process has found this one's import abandoned and goes on with it, or has just ended it: look again.
      else if (!/import_busy|import_state_invalid/.test(end.said)) throw new Error(`${name} did not end: ${end.said}`);
    }
  };
  try {
    await Promise.all([one("one.csv"), one("two.csv")]);
    return { kills, ...countsOf(join(folder, "data")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf(data: string): Omit<TwoAtOnce, "kills"> {
  const database = new DatabaseSync(join(data, "muster.db"), { readOnly: true });
  const count = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  try {
    return {
      contacts: count("select count(*) from contact"),
      people: count("select count(distinct external_id) from contact"),
      unbalanced: count(`select count(*) from import where state <> 'done' or scan ->> 'lines' <>
        (select count(*) from ledger_line as line where line.import_id = import.import_id) +
        (select ifnull(sum(block.count), 0) from ledger_block as block where block.import_id = import.import_id)`),
      created: count("select sum(progress ->> '$.tally.outcomes.created') from import"),
      keysOfNobody: count(`select count(*) from contact_key as key where not exists
        (select 1 from contact where contact.contact_id = key.contact_id)`),
    };
  } finally {
    database.close();
  }
}
