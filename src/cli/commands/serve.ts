/** `muster serve`: the server, until it is stopped. */
import type { Command } from "commander";
import { readServerConfig } from "../../config/server.ts";
import type { SharedOptions } from "../../config.ts";
import type { Cli } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";

type Options = SharedOptions & { readonly port?: string; readonly host?: string; readonly workers?: string };

export function registerServe(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("serve")
      .summary("the server: HTTP API, background jobs")
      .description(
        "Serves the data folder over HTTP until it is stopped, and starts the workers that import, undo, run workflows and send what is due. The command line may use the same folder meanwhile.",
      ),
  )
    .option("--port <n>", "port to listen on; 0 takes any that is free (default 3000)")
    .option("--host <address>", "address to listen on (default 127.0.0.1: this machine alone)")
    .option("--workers <n>", "worker processes beside the server; 0 = none (default 2)")
    .addHelpText("after", examples("muster serve", "muster serve --port 8080 --host 0.0.0.0 --data /var/lib/muster"))
    .action((options: Options) =>
      cli.inWorkspace(
        options,
        async ({ config, terminal, refuse }) => {
          const server = readServerConfig(cli.edges.env, options);
          if (!server.ok) return refuse(server.refusal);
          const served = await cli.edges.interrupts.during((signal) =>
            cli.edges.serve(config.dataFolder, server.value, {
              signal,
              say: (...lines) => terminal.note(lines.join("\n")),
            }),
          );
          return served.ok ? 0 : refuse(served.refusal);
        },
        { action: "run_worker", resumes: false },
      ),
    );
}
