/** An undo in words and as JSON: what goes, what goes back, and what stays because somebody changed it since. */

import { linesOf } from "../app/import/import-parts.ts";
import type { UndoPreview } from "../app/import/undo-import.ts";
import type { PreviewedLine } from "../app/import/undo-walk.ts";
import type { SideTally, UndoLine } from "../app/ports/undo-ports.ts";
import type { ImportRecord } from "../app/ports.ts";
import { refusalJson } from "../app/view/refusal-json.ts";
import { shown } from "../core/problem/shown-text.ts";
import { capitalised, count, number } from "./text.ts";
import { valueText } from "./value-text.ts";

export type KeptLine = Pick<UndoLine, "line" | "result" | "kept"> & { readonly contact: string };

export function undoJson(record: ImportRecord, keptLines: readonly KeptLine[], preview?: UndoPreview) {
  const { undo } = record;
  return {
    import: record.id,
    state: record.state,
    ...(preview ? { preview: preview.tally } : { undo: undo?.tally ?? null }),
    besides: preview?.sides ?? undo?.sides ?? null,
    line: undo?.only ?? null,
    keptLines: keptLines.map(({ line, contact, result, kept }) => ({
      line,
      [record.settings.object ?? "contact"]: contact,
      result,
      fields: kept,
    })),
    ...(record.refusal ? { problem: refusalJson(record.refusal) } : {}),
  };
}

/** A line that changed a contact is told apart from the contact: the line that made it may delete it with the same undo. */
export const changesTakenBack = (lines: number): string =>
  lines === 1 ? "line would have its changes taken back" : "lines would have their changes taken back";

export function previewLines(record: ImportRecord, { tally, sides }: UndoPreview): readonly string[] {
  const counts = [
    [tally.deleted, "would be deleted: this import created them"],
    [tally.restored, changesTakenBack(tally.restored)],
    [tally.partly, `${changesTakenBack(tally.partly)} in part: some fields were changed since and stay`],
    [tally.gone, "are gone already"],
    [
      tally.merged,
      "were merged into other contacts, which keep their values: undo those merges first (muster merge list)",
    ],
    [tally.erased, "were erased, and are not brought back"],
    [tally.kept, `would stay as ${tally.kept === 1 ? "it is: it was" : "they are: they were"} changed since`],
  ] as const;
  const lines = counts.filter(([contacts]) => contacts > 0).map(([contacts, what]) => `  ${number(contacts)} ${what}`);
  const all = [...lines, ...sideLines(sides, besidesOf(record))];
  return all.length > 0 ? all : ["  There is nothing to take back."];
}

export type Beside = "account" | "contact" | "pipeline";

/** What the lines change besides: accounts of contacts, contacts of accounts, pipelines of stages. */
export function besidesOf({ settings: { object } }: ImportRecord): Beside {
  if (object === "stage") return "pipeline";
  return object === "account" ? "contact" : "account";
}

const TAKEN_BACK: Readonly<Record<Beside, string>> = {
  account: "names, ids, domains, main contacts, who belongs where",
  contact: "what they say of their account",
  pipeline: "names, ids, the default one",
};

/** What happens to the accounts or pipelines that the import has made, or told something. */
export function sideLines({ deleted, restored, kept }: Omit<SideTally, "gone">, beside: Beside): readonly string[] {
  const what = TAKEN_BACK[beside];
  const counts = [
    [deleted, `made by this import would be deleted: nobody else uses ${deleted === 1 ? "it" : "them"}`, beside],
    [restored, `of ${beside}s would be taken back: ${what}`, "change"],
    [kept, `of ${beside}s would stay: others use them, or have changed them since`, "change"],
  ] as const;
  return counts.filter(([sides]) => sides > 0).map(([sides, what, one]) => `  ${count(sides, one)} ${what}`);
}

export function undoQuestion(lines: number, besides: Pick<SideTally, "deleted" | "restored">): string {
  const { deleted, restored } = besides;
  return lines === 0 && deleted + restored > 0 ? "Take that back?" : `Take back ${count(lines, "line")}?`;
}

/** A line that would be taken back: `job_title: Buyer ← Head`. */
export function backText({ line, result, back }: PreviewedLine, contact: string): string {
  const fields = Object.entries(back).map(
    ([field, [now, then]]) => `${shown(field)}: ${valueText(then)} ← ${valueText(now)}`,
  );
  return `    line ${line}  ${contact} ${result === "deleted" ? "deleted" : fields.join(" · ")}`;
}

export function keptText({ line, contact, result, kept }: KeptLine): string {
  if (result === "merged") return `  line ${line}  ${contact} was merged into another contact, which keeps its values`;
  const what = result === "partly" ? "stays as it is in" : "stays";
  return `  line ${line}  ${contact} ${what} ${kept.map(shown).join(", ")}`.trimEnd();
}

export function undoEndedText(record: ImportRecord): string {
  const tally = record.undo?.tally;
  if (!tally) return `${record.id} is ${record.state}.`;
  const only = record.undo?.only;
  const what =
    only === null || only === undefined ? `${record.id} is ${record.state}` : `Line ${only} of ${record.id} is undone`;
  const left = tally.partly + tally.kept;
  const stays = left > 0 ? `, ${count(left, "line")} kept what was changed since` : "";
  const inOthers = tally.merged > 0 ? `, ${number(tally.merged)} merged into others that stay as they are` : "";
  const done = `${deletedText(tally.deleted, linesOf(record))}${changesBackText(tally.restored)}`;
  return `${what}: ${done}${stays}${inOthers}.${sidesText(record.undo?.sides, besidesOf(record))}`;
}

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

export const deletedText = (deleted: number, lines: string): string => `${countOf(deleted, lines)} deleted`;

export const changesBackText = (lines: number): string =>
  lines === 0 ? "" : `, the changes of ${count(lines, "line")} taken back`;

/** What became of the accounts or pipelines that the import had made, or told something. */
export function sidesText(sides: Partial<SideTally> | null | undefined, beside: Beside): string {
  const { deleted = 0, restored = 0, kept = 0 } = sides ?? {};
  const counts = [
    [deleted, "deleted"],
    [restored, "taken back"],
    [kept, "kept, because others use or have changed them"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  return said.length === 0 ? "" : ` ${capitalised(beside)}s that its lines made or changed: ${said.join(", ")}.`;
}
