/** `muster opportunities`: a page of the opportunities that a search and filters leave; `opportunities show ID`: one. */

import type { Command } from "commander";
import { objectCard } from "../../app/view/contact-card.ts";
import { findOpportunity } from "../../app/view/find-by-id.ts";
import { findByWord } from "../../app/view/find-by-word.ts";
import { readOpportunityFilters } from "../../app/view/opportunity-filter.ts";
import { opportunityCardJson, opportunityJson } from "../../app/view/opportunity-json.ts";
import { type OpportunityView, viewOpportunities } from "../../app/view/opportunity-view.ts";
import type { SharedOptions } from "../../config.ts";
import type { Field } from "../../core/contact/field.ts";
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { type ListedObjects, withFilters, withList } from "../listed-objects.ts";
import { remoteObject } from "../remote/objects.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { opportunityTable, opportunityText } from "../words/opportunity-text.ts";

const OPPORTUNITIES: ListedObjects<OpportunityView> = {
  object: "opportunity",
  filters: ({ ports, workspace }, words) => readOpportunityFilters(ports, workspace, words),
  async page({ ports, workspace }, query) {
    const rows = await ports.store.opportunities.list(workspace.number, { ...query, contact: null });
    return viewOpportunities(ports, workspace, rows);
  },
  id: (_, { id }) => id,
  async json(session, page) {
    const fields = await fieldsOf(session);
    return page.map((view) => opportunityJson(view, session.workspace.idKey, fields));
  },
  table({ terminal, workspace: { idKey } }, page) {
    const shown = page.map((view) => opportunityJson(view, idKey, builtinFieldsOf("opportunity")));
    return opportunityTable(shown, terminal.width);
  },
};

export function registerOpportunities(program: Command, cli: Cli): void {
  const command = withWorkspaceOptions(
    program
      .command("opportunities")
      .enablePositionalOptions()
      .summary("list opportunities; opportunities show ID: one")
      .description("Lists opportunities in the order in which they were made. With --json one object a line."),
  );
  const searched = "opportunities in whose name, external id or source all words stand";
  const opportunities = withList(withFilters(command, searched), cli, OPPORTUNITIES).addHelpText(
    "after",
    examples(
      "muster opportunities --search website",
      "muster opportunities --filter pipeline=Sales --filter 'stage!=Lost'",
      "muster opportunities --filter status=won --json",
      "muster opportunities show opp_0123456789",
    ),
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
      cli.look(command.optsWithGlobals<SharedOptions>(), (session) => showOpportunity(session, id), {
        remote: remoteObject("opportunity", id),
      }),
    );
}

const fieldsOf = async ({ ports, workspace }: Session): Promise<readonly Field[]> => [
  ...builtinFieldsOf("opportunity").filter(({ key }) => key !== "id"),
  ...(await ports.store.fields.list(workspace.number, "opportunity")),
];

async function showOpportunity(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const meant = await findByWord(ports, workspace, { object: "opportunity", word: id });
  if (!meant.ok) return session.refuse(meant.refusal);
  const found = await findOpportunity(ports, workspace, encodeId("opp", workspace.idKey, meant.value));
  if (!found.ok) return session.refuse(found.refusal);
  const fields = await fieldsOf(session);
  const card = await objectCard(ports, workspace, { object: "opportunity", row: found.value.row });
  const opportunity = opportunityCardJson(found.value, { idKey: workspace.idKey, card, fields });
  if (terminal.json) await terminal.printJson(opportunity);
  else await terminal.print(...opportunityText(opportunity, fields, terminal));
  return 0;
}
