/** Waits for what a server does with an import, and says how far it is. */
import { EMPTY_TALLY } from "../../core/plan/outcome.ts";
import { type Cli, complainOf, type ExitCode } from "../cli.ts";
import { interruptedText, printRefused, sayQuietly, tallyLines } from "../import-report.ts";
import { INTERRUPTED } from "../interrupts.ts";
import { ProgressLine, type ShownProgress } from "../progress-line.ts";
import { fileLines, withData } from "../words/import-text.ts";
import { paceText } from "../words/pace-text.ts";
import { count, printable } from "../words/text.ts";
import type { ImportJson, ProgressJson } from "./remote-server.ts";
import type { RemoteSession } from "./remote-session.ts";
import { wholeDetail } from "./whole-detail.ts";

export type Following = { readonly cli: Cli; readonly id: string; readonly progress?: boolean | undefined };

/** The import once nothing more is to become of it; or an exit code where it is no longer followed, and goes on there. */
export async function followImport(
  { server, terminal, config }: RemoteSession,
  { cli, id, progress }: Following,
): Promise<ImportJson | ExitCode> {
  const line = new ProgressLine(terminal, progress);
  return cli.edges.interrupts.during(async (signal) => {
    const ended = await server.follow(id, (now) => line.show(progressOf(now)), signal).finally(() => line.clear());
    if (ended.ok) return ended.value;
    const known = printable(id);
    const show = withData(`muster show ${known}`, config);
    if (signal.aborted) terminal.complain(`${known} goes on at the server. See how far it is: ${show}`);
    else complainOf(terminal, { ...ended.refusal, fix: `${known} goes on at the server, if that does. See: ${show}` });
    return INTERRUPTED;
  });
}

const progressOf = ({ pass, lines, total, outcomes }: ProgressJson): ShownProgress => ({
  pass: pass ?? "run",
  lines,
  total: total ?? 0,
  tally: { ...EMPTY_TALLY, outcomes },
});

type EndWords = {
  readonly strict: boolean;
  /** Path of the file as it was given; absent = the command was not given one. */
  readonly file?: string;
  /** How the file was read was not shown before. */
  readonly showsFile?: boolean;
};

/** An import that has come to an end, or to a stop. */
export async function printEnd(
  session: RemoteSession,
  json: ImportJson,
  { strict, file, showsFile = false }: EndWords,
): Promise<ExitCode> {
  const { terminal, server, config } = session;
  const { import: id, state, lines, seconds, problem } = json;
  if (problem !== undefined && state === "refused") return printRefused(terminal, { id, refusal: problem });
  if (terminal.json) await terminal.printJson(json);
  if (!terminal.json || state === "interrupted") {
    const answer = await server.ask("showImport", { params: { id } });
    const found = terminal.json ? answer : wholeDetail(answer);
    if (!found.ok) return session.refuse(found.refusal);
    const detail = found.value;
    if (state === "interrupted") {
      terminal.complain(interruptedText(detail, config));
      return INTERRUPTED;
    }
    const pace = seconds === null ? count(lines, "line") : paceText(lines, { seconds, linesBefore: 0 });
    const head = printable(`${id} is ${state}: ${pace}`);
    if (terminal.quiet) sayQuietly(terminal, detail);
    else
      await terminal.print(
        ...(showsFile ? fileLines(detail, terminal) : []),
        ...tallyLines(detail, head, { file, isRemote: true, terminal, config }),
      );
  }
  return strict && json.outcomes.failed > 0 ? 3 : 0;
}
