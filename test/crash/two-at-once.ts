/** Two processes import the same people into one data folder at the same time, with or without being killed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { databaseOf, ON_POSTGRES } from "../support/open-test-store.ts";
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
    return { kills, ...(await countsOf(join(folder, "data"))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What both databases understand; `$LINES` and `$CREATED` are cells of JSON, which each writes in its own way. */
const COUNTS = {
  contacts: "select count(*) from contact",
  people: "select count(distinct external_id) from contact",
  unbalanced: `select count(*) from import where state <> 'done' or $LINES <>
    (select count(*) from ledger_line as line where line.import_id = import.import_id) +
    (select coalesce(sum(block.count), 0) from ledger_block as block where block.import_id = import.import_id)`,
  created: "select sum($CREATED) from import",
  keysOfNobody: `select count(*) from contact_key as key where not exists
    (select 1 from contact where contact.contact_id = key.contact_id)`,
} satisfies Readonly<Record<keyof Omit<TwoAtOnce, "kills">, string>>;

const CELLS = {
  sqlite: { LINES: "scan ->> 'lines'", CREATED: "progress ->> '$.tally.outcomes.created'" },
  postgres: {
    LINES: "(scan::json ->> 'lines')::bigint",
    CREATED: "(progress::json #>> '{tally,outcomes,created}')::bigint",
  },
};

async function countsOf(data: string): Promise<Omit<TwoAtOnce, "kills">> {
  const reader = ON_POSTGRES ? await postgresReader(data) : sqliteReader(data);
  const { LINES, CREATED } = CELLS[ON_POSTGRES ? "postgres" : "sqlite"];
  const count = async (what: keyof typeof COUNTS): Promise<number> =>
    Number(await reader.value(COUNTS[what].replace("$LINES", LINES).replace("$CREATED", CREATED)));
  try {
    return {
      contacts: await count("contacts"),
      people: await count("people"),
      unbalanced: await count("unbalanced"),
      created: await count("created"),
      keysOfNobody: await count("keysOfNobody"),
    };
  } finally {
    await reader.close();
  }
}

type Reader = { value(sql: string): Promise<unknown>; close(): Promise<void> };

function sqliteReader(data: string): Reader {
  const database = new DatabaseSync(join(data, "muster.db"), { readOnly: true });
  return {
    value: async (sql) => Object.values(database.prepare(sql).get() ?? {})[0],
    close: async () => database.close(),
  };
}

async function postgresReader(data: string): Promise<Reader> {
  const client = new pg.Client({ connectionString: await databaseOf(data) });
  await client.connect();
  return {
    value: async (sql) => Object.values((await client.query(sql)).rows[0] ?? {})[0],
    close: () => client.end(),
  };
}
