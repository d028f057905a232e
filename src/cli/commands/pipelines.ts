/** `muster pipelines`: the pipelines of the workspace; `pipelines show PIPELINE`: the stages of one. */

import type { Command } from "commander";
import { findPipeline } from "../../app/view/find-by-id.ts";
import { pipelineJson } from "../../app/view/pipeline-json.ts";
import type { SharedOptions } from "../../config.ts";
import { defaultPipeline } from "../../core/pipeline/pipeline.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";

export function registerPipelines(program: Command, cli: Cli): void {
  const pipelines = withFolderOptions(
    program
      .command("pipelines")
      .enablePositionalOptions()
      .summary("list pipelines; pipelines show PIPELINE: its stages")
      .description(
        "Lists the pipelines that opportunities go through. With --json one object a line, its stages in it.",
      ),
  )
    .addHelpText(
      "after",
      examples("muster pipelines", "muster pipelines show Sales", "muster export pipelines > pipelines.csv"),
    )
    .action((options: SharedOptions) => cli.look(options, listPipelines));
  withFolderOptions(
    pipelines
      .command("show")
      .argument("<pipeline>", "id or name of the pipeline")
      .summary("one pipeline with its stages in order")
      .description("Shows one pipeline with its stages, in the order in which opportunities go through them."),
  )
    .addHelpText("after", examples("muster pipelines show Sales", "muster pipelines show pip_0123456789 --json"))
    .action((name: string, _: SharedOptions, command: Command) =>
      cli.look(command.optsWithGlobals<SharedOptions>(), (session) => showPipeline(session, name)),
    );
}

async function listPipelines({ ports, workspace, terminal, config }: Session): Promise<ExitCode> {
  const pipelines = await ports.store.pipelines.list(workspace.number);
  const first = defaultPipeline(pipelines);
  if (terminal.json) {
    for (const pipeline of pipelines)
      await terminal.printJson(pipelineJson(pipeline, { idKey: workspace.idKey, isDefault: pipeline === first }));
  } else if (pipelines.length > 0) {
    const heads = ["Pipeline", "Name", "Default", "Stages"].map((head) => ({ head }));
    const rows = pipelines.map((pipeline) => [
      encodeId("pip", workspace.idKey, pipeline.id),
      shown(pipeline.name),
      pipeline === first ? "yes" : "",
      shown(pipeline.stages.map(({ name }) => name).join(", ")),
    ]);
    await terminal.print(...renderTable(heads, rows, terminal.width));
  } else {
    const begin = withData("muster import FILE --object pipelines", config);
    terminal.note(`There are no pipelines yet. Begin with muster template pipelines, then: ${begin}`);
  }
  return 0;
}

async function showPipeline(session: Session, name: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findPipeline(ports, workspace, name);
  if (!found.ok) return session.refuse(found.refusal);
  const { pipeline, isDefault } = found.value;
  if (terminal.json) {
    await terminal.printJson(pipelineJson(pipeline, { idKey: workspace.idKey, isDefault }));
    return 0;
  }
  const heads = ["Stage", "Name", "Position", "Closed"].map((head) => ({ head }));
  const rows = pipeline.stages.map(({ id, name: stage, position, closed }) => [
    encodeId("stg", workspace.idKey, id),
    ...[shown(stage), position, closed ?? ""],
  ]);
  await terminal.print(
    terminal.style("bold", `${encodeId("pip", workspace.idKey, pipeline.id)}  ${shown(pipeline.name)}`),
    ...(isDefault ? ["  the default pipeline"] : []),
    "",
    ...renderTable(heads, rows, terminal.width),
  );
  return 0;
}
