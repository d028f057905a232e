/** `resume`, `cancel` and `undo` on a server. */
import { catalogue } from "../../core/problem/catalogue.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { printRefused } from "../import-report.ts";
import { count, number } from "../text.ts";
import { followImport, printEnd } from "./follow.ts";
import type { UndoPageJson } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";

type ResumeWords = {
  readonly acceptDisclaimer?: boolean;
  readonly progress?: boolean;
  readonly strict?: boolean;
};

/** A plan that is kept is started; what was cut off goes on. */
export const remoteResume =
  (cli: Cli, id: string | undefined, { acceptDisclaimer, progress, strict = false }: ResumeWords): RemoteWork =>
  async (session) => {
    const { server, terminal } = session;
    if (id === undefined) {
      const { refusal } = refuseWith("nothing_to_resume", "A server goes on by itself with what was cut off.");
      return session.refuse({ ...refusal, fix: "Say which import is to be started or gone on with." });
    }
    const found = await server.ask("showImport", { params: { id } });
    if (!found.ok) return session.refuse(found.refusal);
    const { import: known, state, file } = found.value;
    terminal.note(`Going on with ${known} (${shown(file)}), which is ${state}.`);
    const params = { id: known };
    const body = acceptDisclaimer === undefined ? {} : { acceptDisclaimer };
    const asked =
      state === "planned" || state === "received"
        ? await server.ask("startPlanned", { params, body })
        : await server.ask("resumeImport", { params });
    if (!asked.ok) return printRefused(terminal, known, asked.refusal);
    const ended = await followImport(session, { cli, id: known, progress });
    return typeof ended === "number" ? ended : printEnd(session, ended, strict);
  };

export const remoteCancel =
  (id: string): RemoteWork =>
  async (session) => {
    const { server, terminal } = session;
    const answer = await server.ask("cancelImport", { params: { id }, query: { wait: 20 } });
    if (!answer.ok) return printRefused(terminal, id, answer.refusal);
    const { import: known, state, outcomes } = answer.value;
    if (terminal.json) await terminal.printJson(answer.value);
    else if (state !== "cancelled") await terminal.print(`${known} was asked to stop, and is ${state} still.`);
    else
      await terminal.print(
        `${known} is cancelled: ${count(outcomes.created + outcomes.updated, "line")} had been written.`,
      );
    return 0;
  };

type UndoWords = {
  readonly line?: number;
  readonly includeEdited?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
};

export const remoteUndo =
  (cli: Cli, id: string, options: UndoWords): RemoteWork =>
  (session) =>
    undo(cli, session, { id, options });

async function undo(
  cli: Cli,
  session: RemoteSession,
  {
    id,
    options: { line, includeEdited = false, dryRun = false, yes = false },
  }: { readonly id: string; readonly options: UndoWords },
): Promise<ExitCode> {
  const { server, terminal } = session;
  const preview = await server.ask("previewUndo", { params: { id }, query: { line, includeEdited } });
  if (!preview.ok) return printRefused(terminal, id, preview.refusal);
  const { preview: tally, besides } = preview.value;
  const keptLines = keptOf(preview.value);
  const found = await server.ask("showImport", { params: { id } });
  if (!found.ok) return session.refuse(found.refusal);
  const { import: known, state } = found.value;
  if (!terminal.json && (!yes || dryRun))
    await terminal.print(...previewText(terminal.style("bold", `Undoing ${known}`), preview.value));
  if (dryRun) {
    const json = { import: known, state, preview: tally, besides, line: line ?? null, keptLines };
    if (terminal.json) await terminal.printJson(json);
    return 0;
  }
  if (!yes) {
    if (!terminal.isInteractive)
      return printRefused(terminal, known, {
        code: "confirmation_required",
        message: `${catalogue.confirmation_required.title}. Nothing was undone.`,
        fix: "Say yes beforehand with --yes.",
      });
    const { deleted = 0, restored = 0, partly = 0 } = tally ?? {};
    if (!(await confirmed(terminal, `Take back ${count(deleted + restored + partly, "line")}?`))) {
      terminal.note("Nothing was undone.");
      return 0;
    }
  }
  const asked = await server.ask("undoImport", { params: { id: known }, body: { line: line ?? null, includeEdited } });
  if (!asked.ok) return printRefused(terminal, known, asked.refusal);
  const ended = await followImport(session, { cli, id: known, progress: false });
  if (typeof ended === "number") return ended;
  const after = await server.ask("showImport", { params: { id: known } });
  if (!after.ok) return session.refuse(after.refusal);
  const { undo: undone, state: stateNow } = after.value;
  const { line: only = null, besides: sides = null, by: _by, at: _at, ...counts } = undone ?? NEVER_UNDONE;
  if (terminal.json)
    await terminal.printJson({ import: known, state: stateNow, undo: counts, besides: sides, line: only, keptLines });
  else {
    const { deleted = 0, restored = 0, partly = 0, kept = 0 } = undone ?? {};
    const what = only === null ? `${known} is ${stateNow}` : `Line ${only} of ${known} is undone`;
    const stays = partly + kept > 0 ? `, ${count(partly + kept, "line")} kept what was changed since` : "";
    await terminal.print(`${what}: ${number(deleted)} deleted, ${number(restored)} put back as they were${stays}.`);
  }
  return 0;
}

const NEVER_UNDONE = { line: null, besides: null, by: null, at: null };

/** Lines that stay and are listed; beyond these they are only counted. */
const MOST_KEPT = 20;
const STAYS: ReadonlySet<string> = new Set(["kept", "partly", "merged"]);

/** Of the lines that the first page of a preview shows. */
const keptOf = ({ items }: UndoPageJson) =>
  items
    .filter(({ result }) => STAYS.has(result))
    .slice(0, MOST_KEPT)
    .map(({ back: _, ...line }: UndoPageJson["items"][number] & { readonly back?: unknown }) => line);

function previewText(head: string, { preview, ...page }: UndoPageJson): readonly string[] {
  const { deleted = 0, restored = 0, partly = 0, kept = 0, gone = 0, merged = 0 } = preview ?? {};
  const counts = [
    [deleted, "would be deleted: this import created them"],
    [restored, "would be put back as they were"],
    [partly, "would be put back in part: some fields were changed since and stay"],
    [gone, "are gone already"],
    [merged, "were merged into others, which keep their values"],
    [kept, "would stay as they are: they were changed since"],
  ] as const;
  const said = counts.filter(([lines]) => lines > 0).map(([lines, what]) => `  ${number(lines)} ${what}`);
  return [
    head,
    ...(said.length > 0 ? said : ["  There is nothing to take back."]),
    ...keptOf({ ...page, preview }).map(({ line, fields }) => `  line ${line}  stays ${fields.map(shown).join(", ")}`),
  ];
}
