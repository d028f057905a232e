/** Waits for what a server does with an import, and says how far it is. */
import type { JobProgress } from "../../app/ports.ts";
import { EMPTY_TALLY } from "../../core/plan/outcome.ts";
import { type Cli, complainOf, type ExitCode } from "../cli.ts";
import { printRefused } from "../import-report.ts";
import { withData } from "../import-text.ts";
import { INTERRUPTED } from "../interrupts.ts";
import { ProgressLine } from "../progress-line.ts";
import { count, duration, number } from "../text.ts";
import { ledgerText, nextText } from "./import-words.ts";
import type { ImportJson, ProgressJson } from "./remote-server.ts";
import type { RemoteSession } from "./remote-session.ts";

type Following = { readonly cli: Cli; readonly id: string; readonly progress?: boolean | undefined };

/** The import once nothing more is to become of it; or an exit code where it is no longer followed, and goes on there. */
export async function followImport(
  { server, terminal, config }: RemoteSession,
  { cli, id, progress }: Following,
): Promise<ImportJson | ExitCode> {
  const line = new ProgressLine(terminal, progress);
  return cli.edges.interrupts.during(async (signal) => {
    const ended = await server.follow(id, (now) => line.show(progressOf(now)), signal).finally(() => line.clear());
    if (ended.ok) return ended.value;
    const show = withData(`muster show ${id}`, config);
    if (signal.aborted) terminal.complain(`${id} goes on at the server. See how far it is: ${show}`);
    else complainOf(terminal, { ...ended.refusal, fix: `${id} goes on at the server, if that does. See: ${show}` });
    return INTERRUPTED;
  });
}

const progressOf = ({ pass, lines, total, outcomes }: ProgressJson): JobProgress => ({
  pass: pass ?? "run",
  lines,
  total: total ?? 0,
  tally: { ...EMPTY_TALLY, outcomes },
});

/** An import that has come to an end, or to a stop. */
export async function printEnd(session: RemoteSession, json: ImportJson, strict: boolean): Promise<ExitCode> {
  const { terminal, server, config } = session;
  const { import: id, state, lines, seconds, problem } = json;
  if (problem !== undefined && state === "refused") return printRefused(terminal, { id, refusal: problem });
  if (terminal.json) await terminal.printJson(json);
  else if (!terminal.quiet) {
    const detail = await server.ask("showImport", { params: { id } });
    if (!detail.ok) return session.refuse(detail.refusal);
    const rate = json.rowsPerSecond === null ? "" : `, ${number(json.rowsPerSecond)} lines a second`;
    const took = seconds === null ? "" : ` in ${duration(seconds)}${rate}`;
    await terminal.print(
      "",
      terminal.style("bold", `${id} is ${state}: ${count(lines, "line")}${took}`),
      ...ledgerText(detail.value, detail.value.explanations, terminal),
      ...nextText(detail.value, session),
    );
  }
  if (state === "interrupted") {
    terminal.complain(`Interrupted; nothing is lost. Go on with: ${withData(`muster resume ${id}`, config)}`);
    return INTERRUPTED;
  }
  return strict && json.outcomes.failed > 0 ? 3 : 0;
}
