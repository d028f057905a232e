/** `resume` and `cancel` on a server. */
import { type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { askStart } from "../ask-start.ts";
import type { Cli, ExitCode } from "../cli.ts";
import { PLAN_HEAD, PLANNED_ANEW, printRefused, tallyLines } from "../import-report.ts";
import { count } from "../words/text.ts";
import { type Following, followImport, printEnd } from "./follow.ts";
import type { DetailJson } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";
import { wholeDetail } from "./whole-detail.ts";

type ResumeWords = {
  readonly acceptDisclaimer?: boolean;
  readonly progress?: boolean;
  readonly strict?: boolean;
  readonly yes?: boolean;
};

/** A plan that is kept is shown to whoever is at a terminal, and started; what was cut off goes on. */
export const remoteResume =
  (cli: Cli, id: string | undefined, words: ResumeWords): RemoteWork =>
  async (session) => {
    const { server, terminal } = session;
    if (id === undefined) {
      const { refusal } = refuseWith("nothing_to_resume", "A server goes on by itself with what was cut off.");
      return session.refuse({ ...refusal, fix: "Say which import is to be started or gone on with." });
    }
    const { progress, strict = false, yes = false } = words;
    const found = await server.ask("showImport", { params: { id } });
    if (!found.ok) return session.refuse(found.refusal);
    const { import: known, state, file } = found.value;
    terminal.note(`Going on with ${shown(known)} (${shown(file)}), which is ${shown(state)}.`);
    const params = { id: known };
    const isPlan = state === "planned" || state === "received";
    let accepts = words.acceptDisclaimer;
    if (isPlan && terminal.isInteractive && !yes) {
      const accept = async (): Promise<"yes"> => {
        accepts = true;
        return "yes";
      };
      const answer = await showAndAsk(session, found.value, { cli, progress, isAccepted: accepts, accept });
      if (answer !== "yes") return answer;
    }
    const body = accepts === undefined ? {} : { acceptDisclaimer: accepts };
    const asked = isPlan
      ? await server.ask("startPlanned", { params, body })
      : await server.ask("resumeImport", { params });
    if (!asked.ok) return printRefused(terminal, { id: known, refusal: asked.refusal });
    const ended = await followImport(session, { cli, id: known, progress });
    return typeof ended === "number" ? ended : printEnd(session, ended, { strict });
  };

type Asking = Omit<Following, "id"> & {
  readonly isAccepted: boolean | undefined;
  readonly accept: () => Promise<"yes">;
};

/** One that has no plan yet gets it first, and one whose plan the workspace has outlived a new one. */
async function showAndAsk(
  session: RemoteSession,
  found: DetailJson,
  { isAccepted, accept, ...following }: Asking,
): Promise<ExitCode | "yes"> {
  const { server, terminal, config } = session;
  const id = found.import;
  let whole: Result<DetailJson> = { ok: true, value: found };
  const isStale = found.outdated === true;
  if (isStale && !terminal.json) terminal.note(PLANNED_ANEW);
  if (found.state !== "planned" || isStale) {
    const asked = await server.ask("changeImport", { params: { id }, body: {} });
    if (!asked.ok) return printRefused(terminal, { id, refusal: asked.refusal });
    const planned = await followImport(session, { ...following, id });
    if (typeof planned === "number") return planned;
    if (planned.problem !== undefined) return printRefused(terminal, { id, refusal: planned.problem });
    whole = await server.ask("showImport", { params: { id } });
  }
  whole = wholeDetail(whole);
  if (!whole.ok) return session.refuse(whole.refusal);
  const detail = whole.value;
  if (!terminal.json && !terminal.quiet)
    await terminal.print(...tallyLines(detail, PLAN_HEAD, { asks: true, isRemote: true, terminal, config }));
  return askStart(detail, { terminal, config, isAccepted, accept });
}

export const remoteCancel =
  (id: string): RemoteWork =>
  async (session) => {
    const { server, terminal } = session;
    const answer = await server.ask("cancelImport", { params: { id }, query: { wait: 20 } });
    if (!answer.ok) return printRefused(terminal, { id, refusal: answer.refusal });
    const { import: known, state, outcomes } = answer.value;
    if (terminal.json) await terminal.printJson(answer.value);
    else if (state !== "cancelled")
      await terminal.print(`${shown(known)} was asked to stop, and is ${shown(state)} still.`);
    else
      await terminal.print(
        `${shown(known)} is cancelled: ${count(outcomes.created + outcomes.updated, "line")} had been written.`,
      );
    return 0;
  };
