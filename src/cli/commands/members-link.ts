/** `muster members link`: a one-time link for somebody who is locked out of the server, or was never in. */
import type { Command } from "commander";
import { presentMember } from "../../app/workspace/change-members.ts";
import type { SharedOptions } from "../../config.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";

export function registerMemberLink(members: Command, cli: Cli): void {
  withFolderOptions(
    members
      .command("link")
      .argument("<member>", "email address, name or id")
      .summary("make a link that signs a member in to the server, once")
      .description(
        "Makes a link that signs a member in to the server, once, within a day; a forgotten password can be replaced then. For the operator of the machine alone: whoever opens the link is that member. MUSTER_PUBLIC_URL says where the server is reached.",
      ),
  )
    .addHelpText("after", examples("muster members link ann@example.com"))
    .action((who: string, _: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      return cli.inWorkspace(options, (session) => makeLink(cli, session, who), { action: "make_links" });
    });
}

async function makeLink(cli: Cli, session: Session, who: string): Promise<ExitCode> {
  const { ports, config, terminal } = session;
  const found = await presentMember(session, who);
  if (!found.ok) return session.refuse(found.refusal);
  const { email } = found.value;
  const link = await cli.edges.signInLink(ports, config.dataFolder, email);
  if (!link.ok) return session.refuse(link.refusal);
  if (terminal.json) await terminal.printJson({ email, link: link.value });
  else {
    terminal.note(`This link signs ${email} in, once, within a day:`);
    await terminal.print(link.value);
  }
  return 0;
}
