/** `muster workflows`: what is done with new contacts: list, show, add, change, remove; and the runs. */

import type { Command } from "commander";
import type { StoredWorkflow } from "../../app/ports/effect-ports.ts";
import { isDefaultWorkflow, storedWorkflowJson } from "../../app/view/workflow-json.ts";
import { addWorkflow, changeWorkflow, findWorkflow, removeWorkflow } from "../../app/workflow/workflows.ts";
import type { SharedOptions } from "../../config.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import { stepWords, workflowJson } from "../../core/workflow/workflow.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";
import { count, moment } from "../words/text.ts";
import { leftOutLines, listRuns } from "./workflow-runs.ts";

/** A workflow has at most some dozens of steps with a text each. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

export function registerWorkflows(program: Command, cli: Cli): void {
  const workflows = withFolderOptions(
    program
      .command("workflows")
      .enablePositionalOptions()
      .summary("what is done with the new contacts of an import, step by step")
      .description("Lists the workflows of the workspace. With --json one object a line."),
  )
    .addHelpText(
      "after",
      examples(
        "muster workflows",
        "muster workflows add examples/welcome.workflow.json",
        "muster import contacts.csv --workflow Welcome",
        "muster policy set defaultWorkflow Welcome",
        "muster workflows runs",
      ),
    )
    .action((options: SharedOptions) => cli.look(options, listWorkflows));
  registerReading(workflows, cli);
  registerWriting(workflows, cli);
}

function registerReading(workflows: Command, cli: Cli): void {
  withFolderOptions(workflows.command("list").summary("list them"))
    .addHelpText("after", examples("muster workflows list --json"))
    .action((_: SharedOptions, command: Command) => cli.look(command.optsWithGlobals<SharedOptions>(), listWorkflows));
  withFolderOptions(
    workflows.command("show").argument("<workflow>", "its name or id").summary("one workflow with its steps"),
  )
    .description("Shows a workflow's steps. With --json as it stands in a file, ready to be changed.")
    .addHelpText(
      "after",
      examples("muster workflows show Welcome", "muster workflows show Welcome --json > welcome.json"),
    )
    .action((word: string, _: SharedOptions, command: Command) =>
      cli.look(command.optsWithGlobals<SharedOptions>(), (session) => show(session, word)),
    );
  withFolderOptions(workflows.command("runs").summary("how far imports have come in their workflow"))
    .description("For each import that has queued its new contacts: how many wait, are done, were stopped or left out.")
    .addHelpText("after", examples("muster workflows runs", "muster workflows runs --json"))
    .action((_: SharedOptions, command: Command) => cli.look(command.optsWithGlobals<SharedOptions>(), listRuns));
}

function registerWriting(workflows: Command, cli: Cli): void {
  withFolderOptions(
    workflows.command("add").argument("<file>", "JSON with its name and steps; - reads stdin").summary("add one"),
  )
    .addHelpText("after", examples("muster workflows add examples/welcome.workflow.json"))
    .action((file: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(
        command.optsWithGlobals<SharedOptions>(),
        (session) => write(cli, session, file, (document) => addWorkflow(session.ports, session.workspace, document)),
        { action: "change_workflows" },
      ),
    );
  withFolderOptions(
    workflows
      .command("change")
      .argument("<workflow>", "its name or id")
      .argument("<file>", "JSON with its name and steps; - reads stdin")
      .summary("give it other steps"),
  )
    .description(
      "Gives a workflow other steps or another name. Contacts that are queued go on with the steps they had.",
    )
    .addHelpText("after", examples("muster workflows change Welcome welcome.json"))
    .action((word: string, file: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(
        command.optsWithGlobals<SharedOptions>(),
        (session) =>
          write(cli, session, file, (document) => changeWorkflow(session.ports, session.workspace, word, document)),
        { action: "change_workflows" },
      ),
    );
  withFolderOptions(workflows.command("remove").argument("<workflow>", "its name or id").summary("remove one"))
    .description("Removes a workflow. Contacts that are queued go on with it; no import queues others.")
    .addHelpText("after", examples("muster workflows remove Welcome"))
    .action((word: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => remove(session, word), {
        action: "change_workflows",
      }),
    );
}

async function listWorkflows(session: Session): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const workflows = await ports.store.workflows.list(workspace.number);
  if (terminal.json) {
    for (const stored of workflows) await terminal.printJson(storedWorkflowJson(session.workspace, stored));
    return 0;
  }
  if (workflows.length === 0) terminal.note("There are no workflows yet. Add one with: muster workflows add FILE.json");
  else {
    const heads = ["Workflow", "Name", "Steps", "Changed", ""].map((head) => ({ head }));
    const rows = workflows.map(({ number, workflow, changedAt }) => [
      encodeId("wfl", workspace.idKey, number),
      shown(workflow.name),
      String(workflow.steps.length),
      moment(changedAt),
      isDefaultWorkflow(session.workspace, workflow.name) ? "default" : "",
    ]);
    await terminal.print(...renderTable(heads, rows, terminal.width));
  }
  return 0;
}

async function show(session: Session, word: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findWorkflow(ports, workspace, word);
  if (!found.ok) return session.refuse(found.refusal);
  const { number, workflow } = found.value;
  if (terminal.json) {
    await terminal.printJson(workflowJson(workflow));
    return 0;
  }
  const queues = await ports.store.workflows.queues(workspace.number);
  await terminal.print(
    terminal.style("bold", `${encodeId("wfl", workspace.idKey, number)}  ${shown(workflow.name)}`),
    ...workflow.steps.map((step, at) => `  ${String(at + 1).padStart(2)}  ${shown(stepWords(step))}`),
    ...leftOutLines(
      workspace,
      queues.filter((queue) => queue.number === number),
    ),
  );
  return 0;
}

async function write(
  cli: Cli,
  session: Session,
  file: string,
  store: (document: string) => Promise<Result<StoredWorkflow>>,
): Promise<ExitCode> {
  const { terminal, config } = session;
  const document = await readDocument(cli, file);
  if (!document.ok) return session.refuse(document.refusal);
  const stored = await store(document.value);
  if (!stored.ok) return session.refuse(stored.refusal);
  const { name, steps } = stored.value.workflow;
  if (terminal.json) await terminal.printJson(storedWorkflowJson(session.workspace, stored.value));
  else {
    const next = withData(`muster import FILE --workflow '${name}'`, config);
    await terminal.print(`${shown(name)} is kept, with ${count(steps.length, "step")}. Use it with: ${next}`);
  }
  return 0;
}

async function remove(session: Session, word: string): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const removed = await removeWorkflow(ports, workspace, word);
  if (!removed.ok) return session.refuse(removed.refusal);
  const { name } = removed.value.workflow;
  if (terminal.json)
    await terminal.printJson({ removed: encodeId("wfl", workspace.idKey, removed.value.number), name });
  else await terminal.print(`${shown(name)} is removed. Contacts that are queued go on with it.`);
  if (isDefaultWorkflow(session.workspace, name))
    terminal.note(`It is still the default of imports: ${withData("muster policy reset defaultWorkflow", config)}`);
  return 0;
}

async function readDocument(cli: Cli, path: string): Promise<Result<string>> {
  const input = await cli.edges.inputs.open(path);
  if (!input.ok) return input;
  try {
    const { size } = input.value;
    if (size > MAX_FILE_BYTES) return refuseWith("workflow_invalid", `${shown(path)} is too large for a workflow.`);
    return accept(new TextDecoder().decode(await input.value.slice(0, size)));
  } finally {
    await input.value.close();
  }
}
