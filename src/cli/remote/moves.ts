/** `resume` and `cancel` on a server. */
import { refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli } from "../cli.ts";
import { printRefused } from "../import-report.ts";
import { count } from "../text.ts";
import { followImport, printEnd } from "./follow.ts";
import type { RemoteWork } from "./remote-session.ts";

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
    if (!asked.ok) return printRefused(terminal, { id: known, refusal: asked.refusal });
    const ended = await followImport(session, { cli, id: known, progress });
    return typeof ended === "number" ? ended : printEnd(session, ended, { strict });
  };

export const remoteCancel =
  (id: string): RemoteWork =>
  async (session) => {
    const { server, terminal } = session;
    const answer = await server.ask("cancelImport", { params: { id }, query: { wait: 20 } });
    if (!answer.ok) return printRefused(terminal, { id, refusal: answer.refusal });
    const { import: known, state, outcomes } = answer.value;
    if (terminal.json) await terminal.printJson(answer.value);
    else if (state !== "cancelled") await terminal.print(`${known} was asked to stop, and is ${state} still.`);
    else
      await terminal.print(
        `${known} is cancelled: ${count(outcomes.created + outcomes.updated, "line")} had been written.`,
      );
    return 0;
  };
