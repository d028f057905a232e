/** `muster opportunities`: a page of the opportunities that a search and filters leave; `opportunities show ID`: one. */

import type { Command } from "commander";
import { CONTACTS_SHOWN } from "../app/limits.ts";
import { findOpportunity } from "../app/view/find-by-id.ts";
import { findByWord } from "../app/view/find-by-word.ts";
import { readOpportunityFilters } from "../app/view/opportunity-filter.ts";
import { opportunityJson } from "../app/view/opportunity-json.ts";
import { viewOpportunities } from "../app/view/opportunity-view.ts";
import type { SharedOptions } from "../config.ts";
import type { Field } from "../core/contact/field.ts";
import { builtinFieldsOf } from "../core/object/builtin-fields-of.ts";
import { refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { decodeId, encodeId } from "../core/public-id.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { withData } from "./import-text.ts";
import { opportunityTable, opportunityText } from "./opportunity-text.ts";
import { remoteObject, remoteObjects } from "./remote/objects.ts";
import { collected, examples, positive, withWorkspaceOptions } from "./shared-options.ts";

type Options = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
};

const PAGE = 50;

export function registerOpportunities(program: Command, cli: Cli): void {
  const opportunities = withWorkspaceOptions(
    program
      .command("opportunities")
      .enablePositionalOptions()
      .summary("list opportunities; opportunities show ID: one")
      .description("Lists opportunities in the order in which they were made. With --json one object a line."),
  )
    .option("--search <words>", "opportunities in whose name, external id or source all words stand")
    .option(
      "--filter <filter>",
      "field=value, field!=value, field~part, field= (has none), field!= (has one); repeatable",
      collected,
    )
    .option("--limit <n>", `how many to list, at most ${CONTACTS_SHOWN}`, positive, PAGE)
    .option("--cursor <opportunity>", "list those after this one")
    .addHelpText(
      "after",
      examples(
        "muster opportunities --search website",
        "muster opportunities --filter pipeline=Sales --filter 'stage!=Lost'",
        "muster opportunities --filter status=won --json",
        "muster opportunities show opp_0123456789",
      ),
    )
    .action((options: Options) =>
      cli.inWorkspace(options, (session) => listOpportunities(session, options), {
        remote: remoteObjects("opportunity", options),
      }),
    );
  withWorkspaceOptions(
    opportunities
      .command("show")
      .argument("<opportunity>", "its id, or an external id or name that no other has")
      .summary("one opportunity with its contact, account, pipeline and stage")
      .description("Shows one opportunity with its contact, account, pipeline and stage."),
  )
    .addHelpText(
      "after",
      examples("muster opportunities show opp_0123456789", "muster opportunities show D-2001 --json"),
    )
    .action((id: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => showOpportunity(session, id), {
        remote: remoteObject("opportunity", id),
      }),
    );
}

const fieldsOf = async ({ ports, workspace }: Session): Promise<readonly Field[]> => [
  ...builtinFieldsOf("opportunity").filter(({ key }) => key !== "id"),
  ...(await ports.store.fields.list(workspace.number, "opportunity")),
];

async function listOpportunities(session: Session, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const filters = await readOpportunityFilters(ports, workspace, options.filter ?? []);
  if (!filters.ok) return session.refuse(filters.refusal);
  const after = options.cursor === undefined ? 0 : decodeId("opp", workspace.idKey, options.cursor);
  if (after === null) {
    const { refusal } = refuseWith(
      "opportunity_unknown",
      `The cursor ${shown(options.cursor ?? "")} is no opportunity's id.`,
    );
    return session.refuse({ ...refusal, fix: "Use the cursor that the page before has named, or leave it out." });
  }
  const limit = Math.min(options.limit, CONTACTS_SHOWN);
  const query = { search: options.search ?? null, filters: filters.value, contact: null, after, limit: limit + 1 };
  const found = await ports.store.opportunities.list(workspace.number, query);
  const views = await viewOpportunities(ports, workspace, found.slice(0, limit));
  if (terminal.json) {
    const fields = await fieldsOf(session);
    for (const view of views) await terminal.printJson(opportunityJson(view, workspace.idKey, fields));
  } else if (views.length > 0) {
    await terminal.print(...opportunityTable(views, terminal.width));
  } else {
    const chosen = after > 0 || options.search !== undefined || filters.value.length > 0;
    const begin = withData("muster import FILE --object opportunities", config);
    terminal.note(chosen ? "There are no such opportunities." : `There are no opportunities yet. Begin with: ${begin}`);
  }
  const last = views.at(-1);
  if (found.length > limit && last) terminal.note(`There are more: --cursor ${last.id}`);
  return 0;
}

async function showOpportunity(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const meant = await findByWord(ports, workspace, { object: "opportunity", word: id });
  if (!meant.ok) return session.refuse(meant.refusal);
  const found = await findOpportunity(ports, workspace, encodeId("opp", workspace.idKey, meant.value));
  if (!found.ok) return session.refuse(found.refusal);
  const view = found.value;
  const fields = await fieldsOf(session);
  if (terminal.json) await terminal.printJson(opportunityJson(view, workspace.idKey, fields));
  else await terminal.print(...opportunityText(view, fields, terminal));
  return 0;
}
