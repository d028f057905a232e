/** `muster undo IMPORT`: preview, confirm, take back what an import wrote, whole or by line. */

import type { Command } from "commander";
import { standingContinuations } from "../../app/import/continuing/mended-lines.ts";
import { linesOf } from "../../app/import/import-parts.ts";
import { keptFor } from "../../app/import/undoing/kept-for.ts";
import { nothingToUndo } from "../../app/import/undoing/nothing-to-undo.ts";
import { previewUndo, type UndoRequest } from "../../app/import/undoing/undo-import.ts";
import { somethingStays } from "../../app/import/undoing/undo-walk.ts";
import type { UndoLine } from "../../app/ports/undo-ports.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { findImportToUndo } from "../../app/view/find-by-id.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import { effectsOf } from "../../app/workflow/effects-of-import.ts";
import type { SharedOptions } from "../../config.ts";
import { mayHappen } from "../../core/import-state.ts";
import { actorName } from "../../core/member/actor.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { takeBack } from "../go-on.ts";
import { refuseImport, reportUndoInterrupted } from "../import-report.ts";
import type { Interrupts } from "../interrupts.ts";
import { remoteUndo } from "../remote/undo.ts";
import { examples, positive, withWorkspaceOptions } from "../shared-options.ts";
import { standingLines } from "../words/continuation-text.ts";
import { count } from "../words/text.ts";
import { effectLines } from "../words/undo-effects.ts";
import {
  backText,
  type KeptLine,
  keptText,
  previewLines,
  undoEndedText,
  undoJson,
  undoQuestion,
} from "../words/undo-text.ts";

type Options = SharedOptions & {
  readonly line?: number;
  readonly includeEdited?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
};

/** Lines that would be taken back and are shown as examples. */
const MOST_BACK = 5;

/** Kept lines that are listed; beyond these they are only counted. */
const MOST_KEPT = 20;

export function registerUndo(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("undo")
      .argument("<import>", "id of the import, or latest: the one that began to write last")
      .summary("preview, confirm, take an import back: creates and updates")
      .description(
        "Takes back what an import wrote. Fields that were changed since stay as they are and are listed; so do contacts that were created and then changed.",
      ),
  )
    .option("--line <n>", "take back this line alone", positive)
    .option("--include-edited", "delete contacts of this import although they were changed since")
    .option("--dry-run", "show what would be taken back, and stop")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addHelpText(
      "after",
      examples(
        "muster undo latest",
        "muster undo imp_0123456789 --line 17 --yes",
        "muster undo latest --dry-run --json",
      ),
    )
    .action((id: string, options: Options) =>
      cli.inWorkspace(options, (session) => undo(session, id, { ...options, interrupts: cli.edges.interrupts }), {
        looks: true,
        action: "undo",
        remote: remoteUndo(cli, id, options),
      }),
    );
}

async function undo(
  session: Session,
  id: string,
  { interrupts, ...options }: Options & { readonly interrupts: Interrupts },
): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findImportToUndo(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const record = found.value;
  if (!mayHappen(record.state, "undo")) {
    const { refusal } = refuseWith(
      "import_state_invalid",
      `${record.id} is ${record.state}: there is nothing to undo.`,
    );
    return refuseImport(session, record.id, refusal);
  }
  const request: UndoRequest = {
    only: options.line ?? null,
    includeEdited: options.includeEdited ?? false,
    by: actorName(session.actor),
  };
  const refusal = record.state === "undoing" ? null : await nothingToUndo(ports, record, request.only);
  if (refusal) return refuseImport(session, record.id, refusal);
  if (!options.yes || options.dryRun) {
    const answer = await previewAndAsk(session, record, { request, stops: options.dryRun ?? false });
    if (answer !== "yes") return answer;
  }
  const before = await effectsOf(session.ports, record, request.only);
  const undone = await takeBack(ports, record, { request, show: { terminal, interrupts } });
  if (!undone.ok) return refuseImport(session, record.id, undone.refusal);
  if (undone.value.state === "undoing") return reportUndoInterrupted(session, undone.value);
  const { sent } = await effectsOf(session.ports, record, request.only);
  const effects = { ...before, sent };
  const kept = await keptLines(session, undone.value);
  const continuedBy = await standingBeside(session, record, request);
  if (terminal.json) await terminal.printJson({ ...undoJson(undone.value, kept), continuedBy, effects });
  else if (!terminal.quiet)
    await terminal.print(
      undoEndedText(detailJson(undone.value)),
      ...(options.yes ? kept.map(keptText) : []),
      ...standingLines(continuedBy, session.config),
      ...effectLines(session, record, effects),
    );
  return 0;
}

async function previewAndAsk(
  session: Session,
  record: ImportRecord,
  { request, stops }: { readonly request: UndoRequest; readonly stops: boolean },
): Promise<ExitCode | "yes"> {
  const { ports, terminal } = session;
  const keeping: UndoLine[] = [];
  const back: string[] = [];
  const preview = await previewUndo(ports, record, request, (line) => {
    const { result } = line;
    const goesBack = result === "deleted" || result === "restored" || result === "partly";
    if (somethingStays(line) && keeping.length < MOST_KEPT) keeping.push(line);
    if (goesBack && back.length < MOST_BACK) back.push(backText(line, contactId(session, line)));
  });
  const kept = await asKept(session, record, keeping);
  const { tally } = preview;
  const { deleted, restored, partly } = tally;
  const stays = tally.partly + tally.kept + tally.merged;
  const effects = await effectsOf(session.ports, record, request.only);
  const continuedBy = await standingBeside(session, record, request);
  if (terminal.json && stops) await terminal.printJson({ ...undoJson(record, kept, preview), continuedBy, effects });
  if (!terminal.json) {
    const more = stays > kept.length ? [`  and ${count(stays - kept.length, "line")} more`] : [];
    await terminal.print(
      terminal.style("bold", `Undoing ${record.id}`),
      ...previewLines(tally, preview.sides, linesOf(record)),
      ...(back.length > 0 ? ["  Such as, from the last line of the file on:", ...back] : []),
      ...kept.map(keptText),
      ...more,
      ...standingLines(continuedBy, session.config),
      ...effectLines(session, record, effects),
    );
  }
  if (stops) return 0;
  if (!terminal.isInteractive) {
    return refuseImport(session, record.id, {
      code: "confirmation_required",
      message: `${catalogue.confirmation_required.title}. Nothing was undone.`,
      fix: "Say yes beforehand with --yes.",
    });
  }
  if (await confirmed(terminal, undoQuestion(deleted + restored + partly, preview.sides))) return "yes";
  terminal.note("Nothing was undone.");
  return 0;
}

/** A single line that is taken back leaves nothing of others behind. */
const standingBeside = async ({ ports }: Session, record: ImportRecord, { only }: UndoRequest) =>
  only === null ? await standingContinuations(ports, record) : [];

/** The first lines that the undo left as they were, or partly. */
async function keptLines(session: Session, record: ImportRecord): Promise<readonly KeptLine[]> {
  const { ref, undo } = record;
  const left = undo === null ? 0 : Math.min(MOST_KEPT, undo.tally.partly + undo.tally.kept + undo.tally.merged);
  const kept: UndoLine[] = [];
  let afterLine = 0;
  while (kept.length < left) {
    const page = await session.ports.store.undos.lines(ref, { afterLine, limit: 1000 });
    const last = page.at(-1);
    if (last === undefined) break;
    afterLine = last.line;
    kept.push(...page.filter(somethingStays));
  }
  return asKept(session, record, kept.slice(0, left));
}

async function asKept(
  session: Session,
  { ref }: ImportRecord,
  lines: readonly UndoLine[],
): Promise<readonly KeptLine[]> {
  const others = await keptFor(session.ports, ref, { lines, idKey: session.workspace.idKey });
  return lines.map((line) => ({
    line: line.line,
    result: line.result,
    kept: line.kept,
    contact: contactId(session, line),
    keptFor: others.get(line) ?? [],
  }));
}

const contactId = ({ workspace }: Session, { object, contact }: UndoLine): string =>
  encodeId(ID_PREFIX[object], workspace.idKey, contact);
