/** `fix` on a server: cells are corrected there, and the plan that comes of it is shown. */
import type { FixRequest } from "../../app/import/changing/fix-request.ts";
import { type ImportState, mayHappen } from "../../core/import-state.ts";
import { type Refusal, refuseWith } from "../../core/problem/refusal.ts";
import type { Cli } from "../cli.ts";
import { PLAN_HEAD, printRefused, tallyLines } from "../import-report.ts";
import { followImport } from "./follow.ts";
import type { RemoteWork } from "./remote-session.ts";
import { wholeDetail } from "./whole-detail.ts";

/** Who asks is known where it is done. */
export type AskedFix = Omit<FixRequest, "by">;

export function tooLate(id: string, state: ImportState): Refusal {
  const { refusal } = refuseWith("import_state_invalid", `${id} is ${state}: cells are corrected before.`);
  const fix =
    "Correct its lines with errors instead: muster lines IMPORT --format csv. Imported again, they continue it.";
  return { ...refusal, fix };
}

type FixWords = { readonly asked: AskedFix | null; readonly progress?: boolean | undefined };

/** @param asked null = what is corrected so far is wanted, which no server answers */
export const remoteFix =
  (cli: Cli, id: string, { asked, progress }: FixWords): RemoteWork =>
  async (session) => {
    const { server, terminal, config } = session;
    if (asked === null)
      return session.refuse(refuseWith("not_from_far", "A server does not list the cells that are corrected.").refusal);
    const found = await server.ask("showImport", { params: { id } });
    if (!found.ok) return session.refuse(found.refusal);
    const { import: known, state } = found.value;
    if (!mayHappen(state, "plan")) return printRefused(terminal, { id: known, refusal: tooLate(known, state) });
    const params = { id: known };
    const changed = await server.ask("changeImport", { params, body: asked });
    if (!changed.ok) return printRefused(terminal, { id: known, refusal: changed.refusal });
    const planned =
      changed.value.state === "planned" ? changed.value : await followImport(session, { cli, id: known, progress });
    if (typeof planned === "number") return planned;
    if (planned.problem !== undefined) return printRefused(terminal, { id: known, refusal: planned.problem });
    const answer = await server.ask("showImport", { params });
    const detail = terminal.json ? answer : wholeDetail(answer);
    if (!detail.ok) return session.refuse(detail.refusal);
    if (terminal.json) await terminal.printJson(planned);
    else if (!terminal.quiet)
      await terminal.print(...tallyLines(detail.value, PLAN_HEAD, { isRemote: true, terminal, config }));
    return 0;
  };
