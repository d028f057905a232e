/** An undo in words and as JSON: what goes, what goes back, and what stays because somebody changed it since. */

import type { UndoPreview } from "../../app/import/undoing/undo-import.ts";
import type { PreviewedLine } from "../../app/import/undoing/undo-walk.ts";
import type { SideTally, UndoLine, UndoTally } from "../../app/ports/undo-ports.ts";
import type { ImportRecord } from "../../app/ports.ts";
import type { ImportDetail } from "../../app/view/import-detail-json.ts";
import { refusalJson } from "../../app/view/refusal-json.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { capitalised, count, number } from "./text.ts";
import { valueText } from "./value-text.ts";

export type KeptLine = Pick<UndoLine, "line" | "result" | "kept"> & {
  readonly contact: string;
  /** Other imports that have changed or need what the line made. */
  readonly keptFor: readonly string[];
};

export function undoJson(record: ImportRecord, keptLines: readonly KeptLine[], preview?: UndoPreview) {
  const { undo } = record;
  return {
    import: record.id,
    state: record.state,
    ...(preview ? { preview: preview.tally } : { undo: undo?.tally ?? null }),
    besides: preview?.sides ?? undo?.sides ?? null,
    line: undo?.only ?? null,
    keptLines: keptLines.map(({ line, contact, result, kept, keptFor }) => ({
      line,
      [record.settings.object ?? "contact"]: contact,
      result,
      fields: kept,
      ...(keptFor.length > 0 ? { keptFor } : {}),
    })),
    ...(record.refusal ? { problem: refusalJson(record.refusal) } : {}),
  };
}

/** A line that changed a contact is told apart from the contact: the line that made it may delete it with the same undo. */
const changesTakenBack = (lines: number): string =>
  lines === 1 ? "line would have its changes taken back" : "lines would have their changes taken back";

type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** What an undo would do, made of what programs read of it: the same of a data folder and of a server. */
export function previewLines(
  counted: Counts<keyof UndoTally> | null,
  besides: Counts<keyof SideTally> | null,
  object: string,
): readonly string[] {
  const { deleted = 0, restored = 0, partly = 0, kept = 0, gone = 0, merged = 0, erased = 0 } = counted ?? {};
  const counts = [
    [deleted, "would be deleted: this import created them"],
    [restored, changesTakenBack(restored)],
    [partly, `${changesTakenBack(partly)} in part: some fields were changed since and stay`],
    [gone, `${gone === 1 ? "is" : "are"} gone already`],
    [
      merged,
      `${merged === 1 ? "was" : "were"} merged into other contacts, which keep their values: undo those merges first (muster merge list)`,
    ],
    [erased, `${erased === 1 ? "was" : "were"} erased, and ${erased === 1 ? "is" : "are"} not brought back`],
    [kept, `would stay as ${kept === 1 ? "it is: it was" : "they are: they were"} changed since`],
  ] as const;
  const lines = counts.filter(([contacts]) => contacts > 0).map(([contacts, what]) => `  ${number(contacts)} ${what}`);
  const all = [...lines, ...sideLines(besides, besideOf(object))];
  return all.length > 0 ? all : ["  There is nothing to take back."];
}

type Beside = "account" | "contact" | "pipeline";

/** What lines of such objects change besides: accounts of contacts, contacts of accounts, pipelines of stages. */
export const besideOf = (object: string): Beside =>
  object === "pipelines" ? "pipeline" : object === "accounts" ? "contact" : "account";

const TAKEN_BACK: Readonly<Record<Beside, string>> = {
  account: "names, ids, domains, main contacts, who belongs where",
  contact: "what they say of their account",
  pipeline: "names, ids, the default one",
};

/** What happens to the accounts or pipelines that the import has made, or told something. */
function sideLines(besides: Counts<keyof SideTally> | null, beside: Beside): readonly string[] {
  const { deleted = 0, restored = 0, kept = 0 } = besides ?? {};
  const what = TAKEN_BACK[beside];
  const counts = [
    [deleted, `made by this import would be deleted: nobody else uses ${deleted === 1 ? "it" : "them"}`, beside],
    [restored, `of ${beside}s would be taken back: ${what}`, "change"],
    [kept, `of ${beside}s would stay: others use them, or have changed them since`, "change"],
  ] as const;
  return counts.filter(([sides]) => sides > 0).map(([sides, what, one]) => `  ${count(sides, one)} ${what}`);
}

export function undoQuestion(lines: number, besides: Counts<keyof SideTally> | null): string {
  const { deleted = 0, restored = 0 } = besides ?? {};
  return lines === 0 && deleted + restored > 0 ? "Take that back?" : `Take back ${count(lines, "line")}?`;
}

/** A line that would be taken back: `job_title: Buyer ← Head`. */
export function backText({ line, result, back }: PreviewedLine, contact: string): string {
  const fields = Object.entries(back).map(
    ([field, [now, then]]) => `${shown(field)}: ${valueText(then)} ← ${valueText(now)}`,
  );
  return `    line ${line}  ${contact} ${result === "deleted" ? "deleted" : fields.join(" · ")}`;
}

export function keptText({ line, contact, result, kept, keptFor }: KeptLine): string {
  if (result === "merged") return `  line ${line}  ${contact} was merged into another contact, which keeps its values`;
  if (kept.length === 0) return `  line ${line}  ${contact} stays${keptForText(keptFor)}`;
  const what = result === "partly" ? "stays as it is in" : "stays";
  return `  line ${line}  ${contact} ${what} ${kept.map(shown).join(", ")}`.trimEnd();
}

/** Undoing those first takes the object along; so does `--include-edited`. */
export const keptForText = (imports: readonly string[]): string =>
  imports.length > 0
    ? `: changed or used since by ${imports.map(shown).join(", ")}`
    : ": changed by hand, merged or still used";

export function undoEndedText({ import: id, state, object, undo }: UndoneImport): string {
  if (undo === null) return `${id} is ${state}.`;
  const { line = null, deleted = 0, restored = 0, partly = 0, kept = 0, merged = 0, besides = null } = undo;
  const what = line === null ? `${id} is ${state}` : `Line ${line} of ${id} is undone`;
  const stays = partly + kept > 0 ? `, ${count(partly + kept, "line")} kept what was changed since` : "";
  const inOthers = merged > 0 ? `, ${number(merged)} merged into others that stay as they are` : "";
  const done = `${deletedText(deleted, object)}${changesBackText(restored)}`;
  return `${what}: ${done}${stays}${inOthers}.${sidesText(besides, besideOf(object))}`;
}

type UndoneImport = Pick<ImportDetail, "import" | "state" | "object"> & {
  readonly undo: Partial<NonNullable<ImportDetail["undo"]>> | null;
};

const MADE: Readonly<Record<string, readonly [one: string, many: string]>> = {
  contacts: ["contact", "contacts"],
  accounts: ["account", "accounts"],
  opportunities: ["opportunity", "opportunities"],
  pipelines: ["stage", "stages"],
  "contacts,opportunities": ["contacts and opportunities", "contacts and opportunities"],
};

/** @param lines what they are about, as `--object` says it */
export function countOf(objects: number, lines: string): string {
  const [one, many] = MADE[lines] ?? ["line", "lines"];
  return count(objects, one, many);
}

const deletedText = (deleted: number, lines: string): string => `${countOf(deleted, lines)} deleted`;

const changesBackText = (lines: number): string =>
  lines === 0 ? "" : `, the changes of ${count(lines, "line")} taken back`;

/** What became of the accounts or pipelines that the import had made, or told something. */
function sidesText(sides: Partial<SideTally> | null, beside: Beside): string {
  const { deleted = 0, restored = 0, kept = 0 } = sides ?? {};
  const counts = [
    [deleted, "deleted"],
    [restored, "taken back"],
    [kept, "kept, because others use or have changed them"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  return said.length === 0 ? "" : ` ${capitalised(beside)}s that its lines made or changed: ${said.join(", ")}.`;
}
