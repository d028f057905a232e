/** One import whole, as `show` prints it: its file, mapping, policy, outcomes, problems and what was undone of it. */
import type { Continuation } from "../../app/import/continuing/mended-lines.ts";
import type { ImportDetail } from "../../app/view/import-detail-json.ts";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Terminal } from "../terminal.ts";
import { evidenceLines, fileLines, ledgerLines, problemLines } from "./import-text.ts";
import { type NextAround, nextLines } from "./next-lines.ts";
import { count, moment, number, printable } from "./text.ts";

type ShownImport = ImportDetail & { readonly continuedBy: readonly Continuation[] };

/** @param state in words */
export function detailLines(
  detail: ShownImport,
  { state, ...around }: NextAround & { readonly state: string },
): readonly string[] {
  const { terminal } = around;
  const { problem } = detail;
  const evidence = evidenceLines(detail);
  return [
    terminal.style("bold", printable(`${detail.import} is ${state}`)),
    `  ${moment(Date.parse(detail.at))} by ${shown(detail.by)}; its lines are ${shown(detail.object).replace(",", " and ")}`,
    ...disclaimerLines(detail),
    "",
    ...fileLines(detail, terminal),
    ...(evidence.length > 0 ? ["", ...evidence] : []),
    "",
    ...policyLines(detail, terminal),
    "",
    ...(problem === undefined
      ? ledgerLines(detail, terminal)
      : [`  ${printable(problem.message)}`, `  ${printable(problem.fix)}`]),
    ...problemLines(detail, terminal),
    ...continuationLines(detail.continuedBy, terminal),
    ...undoLines(detail, terminal),
    "",
    `  file     ${printable(detail.digest)}`,
    `  receipt  ${printable(detail.receipt ?? "none: the import is not done")}`,
    ...nextLines(detail, around),
  ];
}

function disclaimerLines({ disclaimer }: ImportDetail): readonly string[] {
  if (disclaimer === null) return [];
  const { by, at, text } = disclaimer;
  return [`  disclaimer accepted by ${shown(by)} on ${moment(Date.parse(at))}: “${printable(text)}”`];
}

/** What differs from the preset; the rest is as docs/policy.md says. */
function policyLines(detail: ImportDetail, terminal: Terminal): readonly string[] {
  const { policy, preset, differences, country, dateOrder, owner, tags } = detail;
  return [
    terminal.style("bold", `Policy: preset ${shown(preset)}, mode ${printable(policy.mode)}`),
    `  lines are recognised by ${printable(policy.match.join(", "))}; a line that matches is handled by: ${printable(policy.onMatch)}`,
    ...differences.map(
      ({ key, from, to }) => `  ${printable(key)} is ${printable(to)}, where the preset says ${printable(from)}`,
    ),
    ...(country === "" ? [] : [`  phone numbers without a country code are read as those of ${shown(country)}`]),
    ...(dateOrder === null
      ? []
      : [`  dates are read as ${shown(dateOrder)}, where a column does not show another order`]),
    ...(owner === null ? [] : [`  contacts whose line names no owner get ${shown(owner)}`]),
    ...(tags.length > 0 ? [`  every contact gets the tag ${tags.map(shown).join(", ")}`] : []),
  ];
}

function continuationLines(continuedBy: readonly Continuation[], terminal: Terminal): readonly string[] {
  if (continuedBy.length === 0) return [];
  const rows = continuedBy.map(({ import: id, file, state, outcomes }) => {
    const became = OUTCOMES.flatMap((outcome) =>
      outcomes !== null && outcomes[outcome] > 0 ? [`${number(outcomes[outcome])} ${outcome}`] : [],
    );
    return `  ${printable(id)} (${shown(file)}) is ${printable(state)}${became.length > 0 ? `: ${became.join(", ")}` : ""}`;
  });
  return ["", terminal.style("bold", "Lines of it were corrected and imported again"), ...rows];
}

function undoLines({ undo }: ImportDetail, terminal: Terminal): readonly string[] {
  if (!undo) return [];
  const { line, by, at } = undo;
  const who = by === null ? "" : ` by ${shown(by)}`;
  const when = at === null ? "" : ` on ${moment(Date.parse(at))}`;
  return [
    "",
    terminal.style("bold", `${line === null ? "Undone" : `Line ${line} undone`}${who}${when}`),
    `  ${tallyText(undo)}`,
  ];
}

function tallyText({ deleted, restored, partly, kept }: NonNullable<ImportDetail["undo"]>): string {
  const counts = [
    [deleted, `${number(deleted)} deleted`],
    [restored, `the changes of ${count(restored, "line")} taken back`],
    [partly, `the changes of ${count(partly, "line")} taken back in part`],
    [kept, `${count(kept, "line")} kept because ${kept === 1 ? "it was" : "they were"} changed since`],
  ] as const;
  const said = counts.flatMap(([lines, what]) => (lines > 0 ? [what] : []));
  return said.length === 0 ? "nothing was taken back" : said.join(", ");
}
