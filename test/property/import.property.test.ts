/** What holds for every workspace, file and policy: the model tests of plan, run, ledger and undo. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { ImportRecord } from "../../src/app/ports.ts";
import { OPT_OUTS } from "../../src/core/contact/opt-outs.ts";
import { addToTally, EMPTY_TALLY, type LedgerLine, linesIn } from "../../src/core/plan/outcome.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { asUpload, type SaidUpload, story } from "./arbitrary-import.ts";
import { keysOf } from "./index-keys.ts";
import { runs } from "./runs.ts";
import { isTurnedAway } from "./turned-away.ts";
import { type Cutting, type Small, type Snapshot, type SnapshotContact, World } from "./world.ts";
import { onPostgres, onSqlite } from "./world-store.ts";

const WHOLE: Cutting = { batchRows: 1000, pieceBytes: 65_536 };
const FEW = 80;

const world = new World();
/** Its imports have their keys looked up ahead however few lines they have. */
const lookingAhead = new World(onSqlite({ aheadLines: 1 }));
/** Its imports plan a batch while the one before it is written. */
const besideWriting = new World(onPostgres);
afterAll(() => Promise.all([world.close(), lookingAhead.close(), besideWriting.close()]));

/** The workspace of a story, before the import that is looked at. */
async function begun(before: readonly SaidUpload[], cutting: Cutting = WHOLE, among = world): Promise<Small> {
  const small = await among.small(cutting);
  for (const upload of before) {
    const record = await small.prepare(asUpload(upload));
    if (record) await small.start(record);
  }
  return small;
}

/** Files that the policy refuses as a whole say nothing here. */
async function prepared(small: Small, upload: SaidUpload): Promise<ImportRecord> {
  const record = await small.prepare(asUpload(upload));
  fc.pre(record !== null);
  return record!;
}

const ran = async (small: Small, upload: SaidUpload): Promise<ImportRecord> =>
  small.start(await prepared(small, upload));

const everyStory = (
  check: (told: { readonly before: SaidUpload[]; readonly upload: SaidUpload }) => Promise<void>,
  few = FEW,
) => fc.assert(fc.asyncProperty(story, check), runs(few));

/** A plan does not know the numbers of contacts it would make. */
const asPlanned = (lines: readonly LedgerLine[], firstNew: number): readonly LedgerLine[] =>
  lines.map((line) => (line.contact !== null && line.contact >= firstNew ? { ...line, contact: null } : line));

const nextContact = ({ contacts }: Snapshot): number => Math.max(0, ...contacts.map(({ number }) => number)) + 1;

const told = ({ state, scan, progress, receipt, id }: ImportRecord) => ({
  state,
  id,
  scan,
  outcomes: progress?.tally,
  receipt,
});

describe("for every workspace, file and policy", () => {
  test("the ledger balances and lists every line once (C-X1)", async () => {
    await everyStory(async ({ before, upload }) => {
      const small = await begun(before);
      const contacts = (await small.snapshot()).contacts.length;
      const record = await ran(small, upload);
      const lines = await small.lines(record);
      const { accounts: _, ...tally } = record.progress?.tally ?? EMPTY_TALLY;
      expect(record.state).toBe("done");
      expect(lines.length).toBe(record.scan?.lines);
      expect(linesIn(tally.outcomes)).toBe(lines.length);
      expect(tally).toEqual(addToTally(EMPTY_TALLY, lines));
      const numbers = lines.map(({ line }) => line);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      expect((await small.snapshot()).contacts.length).toBe(contacts + tally.outcomes.created);
    });
  });

  test("the identity index holds the keys of the contacts and no other, after a run and after its undo (C-H5)", async () => {
    await everyStory(async ({ before, upload }) => {
      const small = await begun(before);
      const record = await ran(small, upload);
      const after = await small.snapshot();
      expect(new Set(after.keys)).toEqual(new Set(keysOf(after)));
      await small.undo(record);
      const back = await small.snapshot();
      expect(new Set(back.keys)).toEqual(new Set(keysOf(back)));
    });
  });

  test("an account has one main contact at most, who belongs to it, after a run and after its undo (C-F3)", async () => {
    await everyStory(async ({ before, upload }) => {
      const small = await begun(before);
      const record = await ran(small, upload);
      const after = await small.snapshot();
      await small.undo(record);
      for (const { contacts, accounts } of [after, await small.snapshot()]) {
        const flagged = contacts.filter(({ values }) => values.some(([field]) => field === "main_contact"));
        const named = accounts.flatMap(({ number, mainContact }) =>
          mainContact === null ? [] : [[number, mainContact]],
        );
        expect(flagged.map(({ account, number }) => [account, number]).sort()).toEqual(named.sort());
        for (const { number, contacts: held } of accounts)
          expect(contacts.filter(({ account }) => account === number).length).toBe(held);
      }
    });
  });

  test("undo restores contacts and identity index exactly (C-U1)", async () => {
    await everyStory(async ({ before, upload }) => {
      const small = await begun(before);
      const former = await small.snapshot();
      const record = await ran(small, upload);
      const undone = await small.undo(record);
      expect(undone.state).toBe("undone");
      expect(await small.snapshot()).toEqual(former);
    });
  });

  test("the plan is what the run does, line by line (C-P2)", async () => {
    await everyStory(async ({ before, upload }) => {
      const small = await begun(before);
      const former = await small.snapshot();
      const planned = await small.plan(await prepared(small, upload));
      const shown = await small.lines(planned, "plan");
      expect(await small.snapshot()).toEqual(former);
      const record = await small.start(planned);
      const done = await small.lines(record);
      expect(asPlanned(done, nextContact(former))).toEqual(shown);
      expect(record.progress?.tally).toEqual(planned.planned);
    });
  });

  test("batch size and the cutting of bytes change nothing", async () => {
    await everyStory(async ({ before, upload }) => {
      const whole = await begun(before);
      const expected = await outcome(whole, upload);
      for (const cutting of [
        { batchRows: 1, pieceBytes: 1 },
        { batchRows: 2, pieceBytes: 7 },
        { batchRows: 7, pieceBytes: 64 },
      ]) {
        expect(await outcome(await begun(before, cutting), upload)).toEqual(expected);
      }
    });
  });

  test("keys that a thread of their own looks up ahead change nothing", async () => {
    await everyStory(async ({ before, upload }) => {
      const expected = await outcome(await begun(before), upload);
      const rows = { batchRows: 1, pieceBytes: 64 };
      expect(await outcome(await begun(before, rows, lookingAhead), upload)).toEqual(expected);
    }, FEW / 4);
  });

  test("batches that are planned while the ones before them are written change nothing", async () => {
    await everyStory(async ({ before, upload }) => {
      const expected = await outcome(await begun(before, WHOLE, besideWriting), upload);
      for (const batchRows of [1, 3]) {
        const cutting = { batchRows, pieceBytes: 64 };
        expect(await outcome(await begun(before, cutting, besideWriting), upload)).toEqual(expected);
      }
    }, FEW / 4);
  });

  test("the same file again changes nothing, where the policy writes each contact once (C-X3)", async () => {
    await everyStory(async ({ before, upload }) => {
      fc.pre(upload.policy.onMatch !== "duplicate" && upload.policy.inFile !== "both");
      const small = await begun(before);
      const first = await small.lines(await ran(small, upload));
      fc.pre(!first.some(isTurnedAway));
      const former = await small.snapshot();
      const again = await small.lines(await ran(small, upload));
      const contacts = new Map((await small.snapshot()).contacts.map((contact) => [contact.number, contact]));
      const wrote = again.filter(({ outcome }) => outcome === "created" || outcome === "updated");
      // A row by which nobody can be recognised is somebody new each time.
      const keyless = ({ outcome, contact }: LedgerLine): boolean =>
        outcome === "created" && !isRecognisable(contacts.get(contact ?? 0), upload.policy.match);
      // Whoever is new may have taken the flag first, and the line that has it in the end takes it back.
      // So do two lines that are the main contact of one account, in a file that names no account.
      const namesAccount = ["account_id", "account_name", "account_domain"].some((key) => upload.fields.includes(key));
      const takesFlagBack = ({ changes }: LedgerLine): boolean =>
        (wrote.some(keyless) || !namesAccount) &&
        changes !== null &&
        Object.keys(changes).every((field) => field === "main_contact");
      // Where a file may lower what somebody does not want, a line that says no does so until one that says yes comes.
      const lowersAndRaises = ({ changes }: LedgerLine): boolean =>
        upload.policy.lowerOptOuts === "yes" &&
        changes !== null &&
        Object.keys(changes).every((field) => OPT_OUTS.has(field));
      const unexplained = wrote.filter((line) => !keyless(line) && !takesFlagBack(line) && !lowersAndRaises(line));
      expect(unexplained).toEqual([]);
      if (wrote.length === 0) expect(await small.snapshot()).toEqual(former);
    });
  });
});

async function outcome(small: Small, upload: SaidUpload) {
  const record = await ran(small, upload);
  const lines = await small.lines(record);
  const ids = lines.flatMap(({ contact }) => (contact === null ? [] : encodeId("con", small.workspace.idKey, contact)));
  return { ...told(record), lines, ids, ...(await small.snapshot()) };
}

const KEY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  id: [],
  external_id: ["external_id"],
  email: ["email", "additional_emails"],
  phone: ["phone", "additional_phones"],
  linkedin_url: ["linkedin_url"],
};

/** Whether a second import can find the contact by one of the policy's keys. */
function isRecognisable(contact: SnapshotContact | undefined, match: string): boolean {
  const has = (field: string): boolean => contact?.values.some(([key]) => key === field) ?? false;
  return match.split(", ").some((key) => {
    if (key === "account_email") return has("account_name") && (has("email") || has("additional_emails"));
    if (key === "name") return has("full_name") || (has("first_name") && has("last_name"));
    if (key === "account_name") return ["account_name", "account_domain", "first_name", "last_name"].every(has);
    return KEY_FIELDS[key]?.some(has) ?? false;
  });
}
