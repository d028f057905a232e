/** `muster keys`: the API keys of a workspace; `create`, `list` and `revoke`. */
import { type Command, Option } from "commander";
import type { ApiKey } from "../../app/ports/key-store.ts";
import { keyJson } from "../../app/view/key-json.ts";
import { createKey, DEFAULT_SCOPES, listKeys, revokeKey } from "../../app/workspace/api-keys.ts";
import { DEFAULT_EXPIRY } from "../../app/workspace/key-expiry.ts";
import type { SharedOptions } from "../../config.ts";
import { ROLES } from "../../core/member/member.ts";
import { SCOPE_WORDS, SCOPES } from "../../core/member/scopes.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { collected, examples, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";
import { moment } from "../words/text.ts";

type CreateOptions = SharedOptions & {
  readonly scope?: readonly string[];
  readonly role?: string;
  readonly expires?: string;
};
type ListOptions = SharedOptions & { readonly revoked?: boolean };

const CREATE_EXAMPLE = "muster keys create nightly-import --scope import --expires 90d";

export function registerKeys(program: Command, cli: Cli): void {
  const keys = withListOptions(
    program
      .command("keys")
      .enablePositionalOptions()
      .summary("list API keys; create and revoke them")
      .description(
        "Lists the API keys of the workspace: what programs send to the server as Authorization: Bearer mst_…. A key may do what both its role and its scopes allow, and stops working with the membership of whoever made it.",
      ),
  )
    .addHelpText("after", examples("muster keys", CREATE_EXAMPLE, "muster keys revoke nightly-import"))
    .action((options: ListOptions) => list(cli, options));
  withListOptions(keys.command("list").summary("list keys, as muster keys does"))
    .addHelpText("after", examples("muster keys list", "muster keys list --revoked --json"))
    .action((_: ListOptions, command: Command) => list(cli, command.optsWithGlobals<ListOptions>()));
  registerCreate(keys, cli);
  registerRevoke(keys, cli);
}

const withListOptions = (command: Command): Command =>
  withFolderOptions(command).option("--revoked", "those that were revoked, too");

function registerCreate(keys: Command, cli: Cli): void {
  const scopes = SCOPES.map((scope) => `${scope} (${SCOPE_WORDS[scope]})`).join(", ");
  withFolderOptions(
    keys
      .command("create")
      .alias("add")
      .argument("<name>", "what it is for, as lists and records call it")
      .summary("make a key, which is shown once")
      .description(
        'Makes a key and shows it once: Muster keeps only its digest. With --json {"key":"mst_…"} and what is known of it.',
      ),
  )
    .option("--scope <scope>", `${scopes}; repeatable (default: ${DEFAULT_SCOPES.join(", ")})`, collected)
    .addOption(
      new Option("--role <role>", "its role (default: editor; with the scope admin, admin; at most yours)").choices(
        ROLES,
      ),
    )
    .option("--expires <time>", `12h, 90d, 6w, 1y, a day such as 2027-01-31, or never (default: ${DEFAULT_EXPIRY})`)
    .addHelpText(
      "after",
      examples(
        CREATE_EXAMPLE,
        "muster keys create reports --scope read --expires 2027-12-31",
        "muster keys create setup --scope admin --scope import --json",
      ),
    )
    .action((name: string, _: CreateOptions, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      return cli.inWorkspace(options, (session) => create(session, name, options), { action: "change_keys" });
    });
}

function registerRevoke(keys: Command, cli: Cli): void {
  withFolderOptions(
    keys
      .command("revoke")
      .argument("<key>", "name or id")
      .summary("end a key")
      .description("Ends a key at once, for good. What was done with it still names it."),
  )
    .addHelpText("after", examples("muster keys revoke nightly-import"))
    .action((which: string, _: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      return cli.inWorkspace(options, (session) => revoke(session, which), { action: "change_keys" });
    });
}

async function create(session: Session, name: string, options: CreateOptions): Promise<ExitCode> {
  const { workspace, terminal } = session;
  const made = await createKey(session, {
    ...{ name, scopes: options.scope },
    ...{ role: options.role, expires: options.expires },
  });
  if (!made.ok) return session.refuse(made.refusal);
  const { text, key } = made.value;
  if (terminal.json) {
    await terminal.printJson({ key: text, ...keyJson(workspace, key) });
    return 0;
  }
  terminal.note(`The key ${shown(key.name)}, in the role ${key.role}, may ${scopeWords(key)}. ${expiry(key)}`);
  terminal.note("It is shown this once:");
  await terminal.print(text);
  return 0;
}

const list = (cli: Cli, options: ListOptions): Promise<void> =>
  cli.look(options, (session) => printKeys(session, options), { action: "change_keys" });

async function printKeys(session: Session, { revoked }: ListOptions): Promise<ExitCode> {
  const { workspace, terminal, config } = session;
  const listed = (await listKeys(session)).filter((key) => revoked || key.revokedAt === null);
  if (terminal.json) {
    for (const key of listed) await terminal.printJson(keyJson(workspace, key));
    return 0;
  }
  if (listed.length === 0) {
    terminal.note(`There are no keys. Make one: ${withData(CREATE_EXAMPLE, config)}`);
    return 0;
  }
  const heads = ["Name", "Begins", "Role", "Scopes", "Made by", "Expires", "Last used"];
  const rows = listed.map((key) => [
    ...[shown(key.name), `${key.hint}…`, key.role, key.scopes.join(", "), shown(key.createdBy)],
    key.revokedAt === null ? at(key.expiresAt) : `revoked ${moment(key.revokedAt)}`,
    at(key.lastUsedAt),
  ]);
  await terminal.print(
    ...renderTable(
      heads.map((head) => ({ head })),
      rows,
      terminal.width,
    ),
  );
  return 0;
}

async function revoke(session: Session, which: string): Promise<ExitCode> {
  const { workspace, terminal } = session;
  const revoked = await revokeKey(session, which);
  if (!revoked.ok) return session.refuse(revoked.refusal);
  if (terminal.json) await terminal.printJson(keyJson(workspace, revoked.value));
  else await terminal.print(`The key ${shown(revoked.value.name)} is revoked.`);
  return 0;
}

const at = (time: number | null): string => (time === null ? "never" : moment(time));

const expiry = ({ expiresAt }: ApiKey): string =>
  expiresAt === null ? "It does not expire." : `It works until ${moment(expiresAt)}.`;

const scopeWords = ({ scopes }: ApiKey): string => scopes.map((scope) => SCOPE_WORDS[scope]).join("; ");
