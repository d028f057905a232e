/** `muster show IMPORT`: one import with its file, mapping, policy, outcomes, problems and what was undone of it. */

import type { Command } from "commander";
import { isHeld } from "../app/import/abandoned-imports.ts";
import { linesOf } from "../app/import/import-parts.ts";
import { areAllMended, type Continuation, continuationsOf } from "../app/import/mended-lines.ts";
import type { ImportRecord } from "../app/ports.ts";
import { findImport } from "../app/view/find-by-id.ts";
import { detailJson, presetDifferences } from "../app/view/import-detail-json.ts";
import { tallyOf } from "../app/view/import-json.ts";
import type { SharedOptions } from "../config.ts";
import { OUTCOMES } from "../core/plan/outcome.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { evidenceLines, fileLines, ledgerLines, problemLines } from "./import-text.ts";
import { nextLines } from "./next-lines.ts";
import { remoteShow } from "./remote/history.ts";
import { examples, withWorkspaceOptions } from "./shared-options.ts";
import type { Terminal } from "./terminal.ts";
import { count, moment, number, printable } from "./text.ts";
import { isUnderWay, underWayText } from "./under-way.ts";

export function registerShow(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("show")
      .argument("<import>", "id of the import, or latest")
      .summary("one import: policy, mapping, outcomes, problems with fixes")
      .description(
        "Shows one import: its file, how it was read and mapped, under which policy, what became of its lines, and why.",
      ),
  )
    .addHelpText("after", examples("muster show latest", "muster show imp_0123456789 --json"))
    .action((id: string, options: SharedOptions) =>
      cli.inWorkspace(options, (session) => showImport(session, id), { remote: remoteShow(id) }),
    );
}

async function showImport(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const record = found.value;
  const continuedBy = await continuationsOf(ports, record);
  if (terminal.json) {
    await terminal.printJson({
      ...detailJson(record),
      continues: record.settings.continues?.id ?? null,
      continuedBy,
    });
    return 0;
  }
  const tally = tallyOf(record);
  const evidence = evidenceLines(record);
  const isMended = tally.outcomes.failed > 0 && (await areAllMended(ports, record));
  const isLeft = isUnderWay(record) && !isHeld(ports, record);
  await terminal.print(
    terminal.style("bold", `${record.id} is ${underWayText(ports, record)}`),
    `  ${moment(record.createdAt)} by ${shown(record.settings.by)}; its lines are ${linesOf(record).replace(",", " and ")}`,
    ...disclaimerLines(record),
    "",
    ...fileLines(record, terminal),
    ...(evidence.length > 0 ? ["", ...evidence] : []),
    "",
    ...policyLines(record, terminal),
    "",
    ...(record.refusal
      ? [`  ${printable(record.refusal.message)}`, `  ${printable(record.refusal.fix)}`]
      : ledgerLines(record, tally, terminal)),
    ...problemLines(record, tally, terminal),
    ...continuationLines(continuedBy, terminal),
    ...undoLines(record, terminal),
    "",
    `  file     sha256:${record.settings.source.digest}`,
    `  receipt  ${record.receipt ?? "none: the import is not done"}`,
    ...nextLines(record, tally, { config, terminal, isLeft, isMended }),
  );
  return 0;
}

function disclaimerLines({ settings: { disclaimer } }: ImportRecord): readonly string[] {
  if (disclaimer === undefined) return [];
  const { by, at, text } = disclaimer;
  return [`  disclaimer accepted by ${shown(by)} on ${moment(at)}: “${printable(text)}”`];
}

/** What differs from the preset; the rest is as docs/policy.md says. */
function policyLines({ settings }: ImportRecord, terminal: Terminal): readonly string[] {
  const { policy, preset } = settings;
  const differences = presetDifferences(settings);
  return [
    terminal.style("bold", `Policy: preset ${preset}, mode ${policy.mode}`),
    `  lines are recognised by ${policy.match.join(", ")}; a line that matches is handled by: ${policy.onMatch}`,
    ...differences.map(({ key, from, to }) => `  ${key} is ${printable(to)}, where the preset says ${printable(from)}`),
    ...(settings.country === ""
      ? []
      : [`  phone numbers without a country code are read as those of ${settings.country}`]),
    ...(settings.dateOrder === null
      ? []
      : [`  dates are read as ${settings.dateOrder}, where a column does not show another order`]),
    ...(settings.owner === null ? [] : [`  contacts whose line names no owner get ${shown(settings.owner)}`]),
    ...(settings.tags.length > 0 ? [`  every contact gets the tag ${settings.tags.map(shown).join(", ")}`] : []),
  ];
}

function continuationLines(continuedBy: readonly Continuation[], terminal: Terminal): readonly string[] {
  if (continuedBy.length === 0) return [];
  const rows = continuedBy.map(({ import: id, file, state, outcomes }) => {
    const became = OUTCOMES.flatMap((outcome) =>
      outcomes !== null && outcomes[outcome] > 0 ? [`${number(outcomes[outcome])} ${outcome}`] : [],
    );
    return `  ${id} (${shown(file)}) is ${state}${became.length > 0 ? `: ${became.join(", ")}` : ""}`;
  });
  return ["", terminal.style("bold", "Lines of it were corrected and imported again"), ...rows];
}

function undoLines({ undo }: ImportRecord, terminal: Terminal): readonly string[] {
  if (!undo) return [];
  const { deleted, restored, partly, kept } = undo.tally;
  const by = undo.by === undefined ? "" : ` by ${shown(undo.by)}`;
  const when = undo.endedAt === undefined ? "" : ` on ${moment(undo.endedAt)}`;
  const what = `${undo.only === null ? "Undone" : `Line ${undo.only} undone`}${by}${when}`;
  return [
    "",
    terminal.style("bold", what),
    `  ${number(deleted)} deleted, the changes of ${count(restored, "line")} taken back, of ${number(partly)} in part, ${number(kept)} kept because they were changed since`,
  ];
}
