/** `import` and `plan` on a server: the file goes there, the plan comes back, a person says yes, and the server does it. */
import { basename } from "node:path";
import { DISCLAIMER } from "../../core/policy/disclaimer-text.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import type { Cli, ExitCode } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import type { ImportOptions } from "../import-options.ts";
import { PLAN_HEAD, printRefused } from "../import-report.ts";
import { withData } from "../import-text.ts";
import { startQuestion } from "../start-question.ts";
import { followImport, printEnd } from "./follow.ts";
import { fileText, ledgerText, nextText } from "./import-words.ts";
import type { DetailJson, Given, ImportJson } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";

export const remoteImport =
  (cli: Cli, file: string, options: ImportOptions): RemoteWork =>
  (session) =>
    new RemoteImport(cli, session, options).import(file);

class RemoteImport {
  readonly #cli: Cli;
  readonly #session: RemoteSession;
  readonly #options: ImportOptions;

  constructor(cli: Cli, session: RemoteSession, options: ImportOptions) {
    this.#cli = cli;
    this.#session = session;
    this.#options = options;
  }

  async import(file: string): Promise<ExitCode> {
    const { server, terminal } = this.#session;
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
    return typeof ended === "number" ? ended : printEnd(this.#session, ended, strict);
  }

  #accepted = false;

  /** Shows the plan, and asks whether to go on with it. */
  async #plan(id: string, planned: ImportJson): Promise<ExitCode | "yes"> {
    const { server, terminal } = this.#session;
    const { dryRun = false, strict = false } = this.#options;
    const answer = await server.ask("showImport", { params: { id } });
    if (!answer.ok) return printRefused(terminal, { id, refusal: answer.refusal });
    const detail = answer.value;
    if (!terminal.json && !terminal.quiet)
      await terminal.print(
        ...fileText(detail, terminal),
        "",
        terminal.style("bold", PLAN_HEAD),
        ...ledgerText(detail, detail.explanations, terminal),
        ...(dryRun ? nextText(detail, this.#session) : [""]),
      );
    if (!dryRun) return this.#ask(detail);
    if (terminal.json) await terminal.printJson(planned);
    return strict && detail.outcomes.failed > 0 ? 3 : 0;
  }

  async #ask(detail: DetailJson): Promise<ExitCode | "yes"> {
    const { terminal, config } = this.#session;
    const needsDisclaimer = detail.policy.disclaimer === true && detail.disclaimer === null;
    const id = detail.import;
    const resume = withData(`muster resume ${id}${needsDisclaimer ? " --accept-disclaimer" : ""}`, config);
    if (!terminal.isInteractive)
      return printRefused(terminal, {
        id,
        refusal: {
          code: "confirmation_required",
          message: `${catalogue.confirmation_required.title}. The plan is kept as ${id}.`,
          fix: `Import it with ${resume}, or say yes beforehand with --yes.`,
        },
      });
    const question = startQuestion(detail, "line");
    if ((await confirmed(terminal, question)) && (!needsDisclaimer || (await this.#acceptDisclaimer()))) return "yes";
    terminal.note(`Nothing was written. The plan is kept: ${resume}`);
    return 0;
  }

  async #acceptDisclaimer(): Promise<boolean> {
    const { terminal } = this.#session;
    terminal.note(`“${DISCLAIMER}”`);
    this.#accepted = await confirmed(terminal, "Do you accept this disclaimer?");
    return this.#accepted;
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
