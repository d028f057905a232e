/** `import` and `plan` on a server: the file goes there, the plan comes back, a person says yes, and the server does it. */
import { basename } from "node:path";
import { askStart, unconfirmed } from "../ask-start.ts";
import type { Cli, ExitCode } from "../cli.ts";
import type { ImportOptions } from "../import-options.ts";
import { PLAN_HEAD, printRefused, tallyLines } from "../import-report.ts";
import { fileLines } from "../words/import-text.ts";
import { followImport, printEnd } from "./follow.ts";
import type { Given, ImportJson } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";
import { wholeDetail } from "./whole-detail.ts";

export const remoteImport =
  (cli: Cli, file: string, options: ImportOptions): RemoteWork =>
  (session) =>
    new RemoteImport(cli, session, { file, options }).import();

class RemoteImport {
  readonly #cli: Cli;
  readonly #session: RemoteSession;
  readonly #options: ImportOptions;
  /** The path as it was given. */
  readonly #file: string;

  constructor(
    cli: Cli,
    session: RemoteSession,
    { file, options }: { readonly file: string; readonly options: ImportOptions },
  ) {
    this.#cli = cli;
    this.#session = session;
    this.#options = options;
    this.#file = file;
  }

  async import(): Promise<ExitCode> {
    const { server, terminal } = this.#session;
    const file = this.#file;
    const { yes = false, dryRun = false, progress, strict = false } = this.#options;
    const input = await this.#cli.edges.inputs.open(file);
    if (!input.ok) return printRefused(terminal, { id: null, refusal: input.refusal });
    const isAsked = !yes || dryRun;
    const name = file === "-" ? "standard input" : basename(file);
    const query = { ...queryOf(this.#options), name, dryRun: isAsked };
    const sent = await server.send(input.value.bytes(), query).finally(() => input.value.close());
    if (!sent.ok) return printRefused(terminal, { id: null, refusal: sent.refusal });
    const id = sent.value.import;
    const following = { cli: this.#cli, id, progress };
    if (isAsked) {
      const planned = await followImport(this.#session, following);
      if (typeof planned === "number") return planned;
      if (planned.problem !== undefined) return printRefused(terminal, { id, refusal: planned.problem });
      const answer = await this.#plan(id, planned);
      if (answer !== "yes") return answer;
      const body = this.#options.acceptDisclaimer || this.#accepted ? { acceptDisclaimer: true } : {};
      const started = await server.ask("startPlanned", { params: { id }, body });
      if (!started.ok) return printRefused(terminal, { id, refusal: started.refusal });
    }
    const ended = await followImport(this.#session, following);
    return typeof ended === "number" ? ended : printEnd(this.#session, ended, { strict, file, showsFile: !isAsked });
  }

  #accepted = false;

  /** Shows the plan, and asks whether to go on with it. */
  async #plan(id: string, planned: ImportJson): Promise<ExitCode | "yes"> {
    const { server, terminal, config } = this.#session;
    const { dryRun = false, strict = false } = this.#options;
    const told = await server.ask("showImport", { params: { id } });
    const answer = terminal.json ? told : wholeDetail(told);
    if (!answer.ok) return printRefused(terminal, { id, refusal: answer.refusal });
    const detail = answer.value;
    const asks = terminal.isInteractive && !dryRun;
    if (!terminal.json && !terminal.quiet)
      await terminal.print(
        ...fileLines(detail, terminal),
        ...tallyLines(detail, PLAN_HEAD, { asks, file: this.#file, isRemote: true, terminal, config }),
      );
    if (dryRun) {
      if (terminal.json) await terminal.printJson(planned);
      return strict && detail.outcomes.failed > 0 ? 3 : 0;
    }
    if (!asks) return printRefused(terminal, { id, refusal: unconfirmed(detail, config) });
    const accept = async (): Promise<"yes"> => {
      this.#accepted = true;
      return "yes";
    };
    return askStart(detail, { terminal, config, accept });
  }
}

function queryOf(options: ImportOptions): NonNullable<Given["query"]> {
  const { object, preset, mode, map, mapping, saveMapping, set, tag, owner, country, dateOrder, sheet } = options;
  const { workflow, dnt, acceptDisclaimer, overrideOwners, acceptUnmapped } = options;
  const { delimiter, quote, encoding, header } = options;
  return {
    ...(object === undefined ? {} : { object: object.withOpportunities ? "contacts,opportunities" : object.object }),
    ...{ preset, mode, map, mapping, saveMapping, set, tags: tag, owner, country, dateOrder, sheet },
    ...{ workflow, dnt, acceptDisclaimer, overrideOwners, acceptUnmapped, delimiter, quote, encoding, header },
  };
}
