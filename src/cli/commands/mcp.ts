/** `muster mcp`: the use cases as tools of an assistant, over standard input and output. */
import type { Command } from "commander";
import type { SharedOptions } from "../../config.ts";
import type { Cli } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";

type Options = SharedOptions & { readonly files?: string };

export function registerMcp(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("mcp")
      .summary("let an assistant read, plan, explain, import and undo (Model Context Protocol)")
      .description(
        "Serves the data folder to an assistant over standard input and output, by the Model Context Protocol. The assistant may do what the member of --as may, and starts an import or an undo only with the confirmation that belongs to the plan that was shown. docs/assistant.md says how an assistant is set up.",
      ),
  )
    .option("--files <dir>", "let the assistant read files of this folder alone (default: all that you may read)")
    .addHelpText(
      "after",
      examples(
        "muster mcp --data ./muster-data --as ann@example.com --files ~/Downloads",
        "claude mcp add muster -- npx muster mcp --data /var/lib/muster --as ann@example.com",
      ),
    )
    .action((options: Options) =>
      cli.inWorkspace(
        options,
        async ({ config, terminal }) => {
          if (terminal.isInteractive)
            terminal.note(
              "This speaks with an assistant, which starts it by itself: see docs/assistant.md. Ctrl-C ends it.",
            );
          const { dataFolder, workspace, member } = config;
          await cli.edges.interrupts.during((signal) =>
            cli.edges.assist(dataFolder, {
              ...{ signal, workspace, folder: options.files ?? null },
              who: { member, operator: cli.edges.user },
            }),
          );
          return 0;
        },
        // Each tool asks for the right that it needs.
        { action: "read", resumes: false },
      ),
    );
}
