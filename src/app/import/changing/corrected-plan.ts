/**
 * What becomes of a plan when cells of some lines are corrected, without a look at the other lines: exactly what a whole new
 * plan would be, or null where that takes one. A line decides what becomes of others by what it shares with them: what the
 * columns show, a key, a contact, an account. Each of these is shown to be shared with none, or to stay as it is.
 */
import { contactsIn } from "../../../core/match/decide-match.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { BLANK } from "../../../core/plan/draft.ts";
import { DraftBuilder } from "../../../core/plan/draft-builder.ts";
import type { DuplicateLine } from "../../../core/plan/file-duplicates.ts";
import { keyOfFile } from "../../../core/plan/file-keys.ts";
import { addToTally, type LedgerLine, takeFromTally } from "../../../core/plan/outcome.ts";
import { repeatedKeys } from "../../../core/plan/repeated-keys.ts";
import { encodeId, ID_PREFIX } from "../../../core/public-id.ts";
import { CORRECTED_LINES } from "../../limits.ts";
import type { CorrectedLines, ImportPatch, ImportRecord, Ports } from "../../ports.ts";
import { compileImport } from "../compile-import.ts";
import { RetriedLines } from "../continuing/retried-lines.ts";
import { scopeOf } from "../import-parts.ts";
import type { StoredFixes } from "../import-settings.ts";
import { MetLines } from "../passes/met-lines.ts";
import { ObjectPass } from "../passes/object-pass.ts";
import { withMembers } from "../passes/reading-members.ts";
import { scanAnswer } from "../scanning/scanned-part.ts";
import { correctedLines } from "./corrected-lines.ts";
import { type CorrectedRow, correctedRows } from "./corrected-rows.ts";
import type { FixRequest } from "./fix-request.ts";
import { movedAccounts, type PlannedRows } from "./moved-accounts.ts";
import { fileKeys, keyDrafts, movedFindings } from "./moved-findings.ts";

/** What is to be stored, and what the import's record then says. */
export type CorrectedPlan = {
  readonly corrected: CorrectedLines;
  readonly patch: Pick<ImportPatch, "scan" | "planned">;
};

/** @param asked `request`: cells of lines that the plan has; `fixes`: all corrections, these among them */
export async function correctedPlan(
  ports: Ports,
  record: ImportRecord,
  { request, fixes }: { readonly request: FixRequest; readonly fixes: StoredFixes },
): Promise<CorrectedPlan | null> {
  const { ref, settings, scan, planned: tally } = record;
  const { imports, ledger } = ports.store;
  if (record.state !== "planned" || scan === null || tally === null || !isSimple(record)) return null;
  const found = await imports.basis(ref);
  if (found === null || (await imports.sameFileBefore(ref, settings.source.key)) !== null) return null;
  const asked = await correctedLines(ports, record, { request, found });
  const lines = asked && (await imports.sharingLines(ref, asked, CORRECTED_LINES));
  if (lines === null || lines.length > 2 * CORRECTED_LINES) return null;
  const planned = await ledger.linesAt(ref, "plan", lines);
  const rows = await correctedRows(ports, settings, { planned, fixes });
  const moved = rows && movedFindings(settings, found, rows);
  if (!rows || !moved) return null;
  const answer = scanAnswer(settings, moved);
  if (JSON.stringify(answer.readings) !== JSON.stringify(settings.readings)) return null;
  const keys = await movedKeys(ports, record, rows);
  const plans = keys && (await planAgain(ports, record, rows));
  if (!keys || !plans || !(await meetNobodyElse(ports, record, { keys, plans }))) return null;
  const accounts = movedAccounts(plans.pass.compiled, plans);
  if (accounts === null) return null;
  const { before, after } = plans;
  const now = after.plan.lines.map(plans.asPlanned);
  const duplicateLines = scan.duplicateLines + after.duplicates.size - before.duplicates.size;
  const added = keys.flatMap((one) => one.added);
  return {
    corrected: { lines: now, accounts, found: moved, keys: added, duplicates: after.duplicates },
    patch: {
      scan: { ...answer.facts, duplicateLines },
      planned: addToTally(takeFromTally(tally, before.plan.lines), now, { accounts }),
    },
  };
}

/** Its lines are about contacts alone, and decided by what they say and by what the workspace holds. */
function isSimple({ settings }: ImportRecord): boolean {
  const { object = "contact", second, continues, enriches } = settings;
  const { index, mapped } = compileImport(settings).shape;
  // Lines that name the main contact of one account are compared with each other.
  const namesMain = (index.get("main_contact") ?? mapped) < mapped;
  return object === "contact" && second === undefined && continues === undefined && enriches !== true && !namesMain;
}

/** Of one row. */
type MovedKeys = { readonly before: readonly number[]; readonly added: readonly number[] };

/** Null where a row might share a key by now that it did not have before. */
async function movedKeys(
  { store: { imports } }: Ports,
  { ref, settings }: ImportRecord,
  rows: readonly CorrectedRow[],
): Promise<readonly MovedKeys[] | null> {
  const keysThen = fileKeys(
    settings,
    rows.map(({ before }) => before),
  );
  const keysNow = fileKeys(
    settings,
    rows.map(({ after }) => after),
  );
  const moved = keysThen.map((before, row): MovedKeys => {
    const now = keysNow[row] ?? [];
    return { before, added: now.filter((key) => !before.includes(key)) };
  });
  const added = moved.flatMap((keys) => keys.added);
  return new Set(added).size < added.length || (await imports.mayHaveKeys(ref, added)) ? null : moved;
}

/** `duplicates`: which of them share keys. */
type ComparedRows = PlannedRows & { readonly duplicates: ReadonlyMap<number, DuplicateLine> };

/** What becomes of the same rows, as they were and as they are. */
type LinePlans = {
  readonly before: ComparedRows;
  readonly after: ComparedRows;
  readonly pass: ObjectPass;
  readonly idKey: number;
  readonly nextAccount: number;
  readonly asPlanned: (line: LedgerLine) => LedgerLine;
};

/** The rows planned by themselves. Null where the plan says otherwise of them as they were: other lines have a word in it. */
async function planAgain(ports: Ports, record: ImportRecord, rows: readonly CorrectedRow[]): Promise<LinePlans | null> {
  const { imports, workspaces } = ports.store;
  const workspace = await workspaces.byNumber(record.ref.workspace);
  if (!workspace) throw new Error(`workspace ${record.ref.workspace} is gone`);
  const retried = new RetriedLines(ports, record, workspace);
  const pass = new ObjectPass(record.settings, { record, workspace, sameFile: null, retried }, new MetLines());
  const { drafts } = compileImport(await withMembers(ports, record));
  const asPlanned = (line: LedgerLine): LedgerLine => ({ ...line, contact: pass.stored(line.contact) });
  const scope = scopeOf(record);
  // A plan has accounts of its own besides; a run would have none.
  const nextAccount = await imports.readBatch({ ...scope, pass: "run" }, (batch) => batch.nextAccount());
  const plans = await imports.readBatch({ ...scope, pass: "plan" }, async (batch) => {
    const next = await pass.numbersFrom(batch, true);
    const planOf = async (version: "before" | "after"): Promise<ComparedRows> => {
      const builder = new DraftBuilder(drafts);
      for (const row of rows) builder.add(row[version]);
      const matched = await pass.match(batch, builder.take(), next);
      const compared = keyDrafts(
        record.settings,
        rows.map((row) => row[version]),
      );
      const duplicates = repeatedKeys(compared, record.settings.policy);
      return { matched, duplicates, plan: await pass.plan(batch, { ...matched, duplicates }) };
    };
    const versions = { before: await planOf("before"), after: await planOf("after") };
    return { ...versions, pass, asPlanned, idKey: workspace.idKey, nextAccount };
  });
  const isSame = plans.before.plan.lines.every(
    (line, at) => textOf(asPlanned(line)) === textOf(rows[at]?.planned ?? line),
  );
  return isSame ? plans : null;
}

const textOf = ({ line, offset, outcome, contact, match, changes, problems }: LedgerLine): string =>
  JSON.stringify([line, offset, outcome, contact, match && [match.key, match.value], changes, problems]);

/** No other line of the file, and no two of these, can be about a contact that one of them is about. */
async function meetNobodyElse(
  { store: { imports } }: Ports,
  { ref, settings: { policy } }: ImportRecord,
  { keys, plans }: { readonly keys: readonly MovedKeys[]; readonly plans: LinePlans },
): Promise<boolean> {
  const holders = new Map<number, number>();
  const asked = new Set<number>();
  for (const { matched } of [plans.before, plans.after]) {
    for (const [row, decision] of matched.decisions.entries()) {
      for (const contact of contactsIn(decision)) {
        if ((holders.get(contact) ?? row) !== row) return false;
        holders.set(contact, row);
        const { before = [], added = [] } = keys[row] ?? {};
        const held = fileKeysOf(plans, contact, matched.contacts.get(contact)?.values ?? []);
        for (const key of held) if (!before.includes(key) && !added.includes(key)) asked.add(key);
      }
    }
  }
  // An address of an account is told otherwise by the lines than by the contact; and where lines are not compared, no keys are known.
  if (holders.size > 0 && (policy.inFile === "both" || policy.match.includes("account_email"))) return false;
  const others = new Set(keys.flatMap(({ added }) => added));
  return [...asked].every((key) => !others.has(key)) && !(await imports.mayHaveKeys(ref, [...asked]));
}

/** The keys that a line of the file would share with the contact. */
function fileKeysOf({ pass, idKey }: LinePlans, contact: number, values: readonly string[]): readonly number[] {
  const { matchKeys, shape } = pass.compiled;
  return matchKeys.flatMap(({ kind, fileTexts }, tag) => {
    const texts =
      kind === null ? [encodeId(ID_PREFIX[shape.object], idKey, contact)] : fileTexts((slot) => values[slot] ?? BLANK);
    return texts.map((text) => keyOfFile(tag, keyHash(text)));
  });
}
