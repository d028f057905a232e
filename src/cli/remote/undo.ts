/** `undo` on a server: the preview comes from there, a person says yes, and the server takes the import back. */
import { catalogue } from "../../core/problem/catalogue.ts";
import { accept, type Refusal, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { printRefused } from "../import-report.ts";
import { standingLines } from "../words/continuation-text.ts";
import { number } from "../words/text.ts";
import { keptForText, previewLines, undoEndedText, undoQuestion } from "../words/undo-text.ts";
import { followImport } from "./follow.ts";
import type { DetailJson, UndoPageJson } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";
import { wholeAnswer } from "./whole-answer.ts";

type UndoWords = {
  readonly line?: number;
  readonly includeEdited?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
};

export const remoteUndo =
  (cli: Cli, id: string, words: UndoWords): RemoteWork =>
  async (session) => {
    const { server, terminal } = session;
    // Which import `latest` is, the server says with the preview.
    const preview = await previewOf(session, id, words);
    if (!preview.ok) return turnedAway(session, id, preview.refusal);
    const found = await importOf(session, preview.value.import);
    if (!found.ok) return session.refuse(found.refusal);
    const detail = found.value;
    const { dryRun = false, yes = false, line = null, includeEdited = false } = words;
    if (dryRun || !yes) {
      const answer = await showAndAsk(session, detail, { preview: preview.value, stops: dryRun });
      if (answer !== "yes") return answer;
    }
    const params = { id: detail.import };
    const asked = await server.ask("undoImport", { params, body: { line, includeEdited } });
    if (!asked.ok) return printRefused(terminal, { id: detail.import, refusal: asked.refusal });
    const ended = await followImport(session, { cli, id: detail.import, progress: false });
    if (typeof ended === "number") return ended;
    const after = await importOf(session, detail.import);
    return after.ok ? printUndone(session, after.value, preview.value) : session.refuse(after.refusal);
  };

/** What is printed of the import itself, before and after. */
const importOf = async ({ server, terminal }: RemoteSession, id: string): Promise<Result<DetailJson>> =>
  wholeAnswer(
    await server.ask("showImport", { params: { id } }),
    terminal.json ? [] : ["import", "state", "object", "undo"],
  );

/** Of the latest the refusal alone says which import it is. */
const turnedAway = (session: RemoteSession, id: string, refusal: Refusal): Promise<ExitCode> =>
  id === "latest" || refusal.code === "import_unknown"
    ? session.refuse(refusal)
    : printRefused(session.terminal, { id, refusal });

type Preview = Omit<UndoPageJson, "items" | "next"> & { readonly keptLines: UndoPageJson["items"] };

/** Lines that stay and are listed, and pages that are looked through for them; beyond these they are only counted. */
const MOST_KEPT = 20;
const MOST_PAGES = 20;
const PAGE = 500;
const STAYS: ReadonlySet<string> = new Set(["kept", "partly", "merged"]);

const PRINTED = ["preview", "besides", "effects"] as const;

async function previewOf(
  { server, terminal }: RemoteSession,
  id: string,
  { line, includeEdited = false }: UndoWords,
): Promise<Result<Preview>> {
  const query = { line, includeEdited, limit: PAGE };
  const answer = await server.ask("previewUndo", { params: { id }, query });
  // Nobody is asked to say yes to what is not said, and what is meant is known in any case.
  const first = wholeAnswer(answer, ["import", "items", ...(terminal.json ? [] : PRINTED)]);
  if (!first.ok) return first;
  const { import: meant, preview, besides, effects, continuedBy } = first.value;
  const { partly = 0, kept = 0, merged = 0, deleted = 0, restored = 0 } = preview ?? {};
  const stays = partly + kept + merged;
  const beside = (besides?.deleted ?? 0) + (besides?.restored ?? 0);
  if (line !== undefined && deleted + restored + stays + beside === 0)
    return refuseWith("line_unknown", `Line ${line} has nothing to undo.`);
  const keptLines = [...keptOf(first.value)];
  let { next = null } = first.value;
  for (let pages = 1; next !== null && keptLines.length < Math.min(MOST_KEPT, stays) && pages < MOST_PAGES; pages++) {
    const more = await server.ask("previewUndo", { params: { id: meant }, query: { ...query, cursor: next } });
    if (!more.ok) return more;
    keptLines.push(...keptOf(more.value));
    next = more.value.next ?? null;
  }
  return accept({ import: meant, preview, besides, effects, continuedBy, keptLines: keptLines.slice(0, MOST_KEPT) });
}

const keptOf = ({ items }: UndoPageJson): UndoPageJson["items"] =>
  items.filter(({ result }) => STAYS.has(result)).map(({ back: _, ...line }) => line);

async function showAndAsk(
  { terminal, config }: RemoteSession,
  { import: id, state, object, undo }: DetailJson,
  { preview, stops }: { readonly preview: Preview; readonly stops: boolean },
): Promise<ExitCode | "yes"> {
  const { preview: tally, besides, effects, keptLines, continuedBy = [] } = preview;
  if (terminal.json && stops)
    await terminal.printJson({
      import: id,
      state,
      preview: tally,
      besides,
      line: undo?.line ?? null,
      keptLines,
      continuedBy,
      effects,
    });
  if (!terminal.json)
    await terminal.print(
      terminal.style("bold", `Undoing ${id}`),
      ...previewText(preview, object),
      ...standingLines(continuedBy, config),
    );
  if (stops) return 0;
  if (!terminal.isInteractive)
    return printRefused(terminal, {
      id,
      refusal: {
        code: "confirmation_required",
        message: `${catalogue.confirmation_required.title}. Nothing was undone.`,
        fix: "Say yes beforehand with --yes.",
      },
    });
  const { deleted = 0, restored = 0, partly = 0 } = tally ?? {};
  if (await confirmed(terminal, undoQuestion(deleted + restored + partly, besides))) return "yes";
  terminal.note("Nothing was undone.");
  return 0;
}

function previewText(
  { preview, besides, keptLines, effects: { runs = 0, waiting = 0, sent = 0 } }: Preview,
  object: string,
): readonly string[] {
  return [
    ...previewLines(preview, besides, object),
    ...(runs + waiting > 0 ? [`  ${number(runs + waiting)} runs and messages of its workflow would be cancelled`] : []),
    ...(sent > 0 ? [`  ${number(sent)} messages were sent already, and are not to be taken back`] : []),
    ...keptLines.map(({ line, fields, keptFor = [] }) =>
      fields.length === 0
        ? `  line ${line}  stays${keptForText(keptFor)}`
        : `  line ${line}  stays ${fields.map(shown).join(", ")}`.trimEnd(),
    ),
  ];
}

async function printUndone(
  { terminal, config }: RemoteSession,
  detail: DetailJson,
  { effects, keptLines, continuedBy = [] }: Preview,
): Promise<ExitCode> {
  const { import: id, state, undo } = detail;
  const { line = null, besides = null, by: _by, at: _at, ...counts } = undo ?? NEVER_UNDONE;
  if (terminal.json)
    await terminal.printJson({ import: id, state, undo: counts, besides, line, keptLines, continuedBy, effects });
  else if (!terminal.quiet) await terminal.print(undoEndedText(detail), ...standingLines(continuedBy, config));
  return 0;
}

const NEVER_UNDONE = { line: null, besides: null, by: null, at: null };
