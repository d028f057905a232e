/** `muster webhooks`: addresses that are told of the workspace's imports; added, tested, given a new secret, removed. */
import type { Command } from "commander";
import { endpointJson } from "../../app/view/notification-json.ts";
import {
  addEndpoint,
  addressWarning,
  removeEndpoint,
  rotateSecret,
  testEndpoint,
} from "../../app/workflow/webhook-endpoints.ts";
import type { SharedOptions } from "../../config.ts";
import { actorName } from "../../core/member/actor.ts";
import { WEBHOOK_EVENTS, type WebhookEndpoint } from "../../core/notify/webhook-endpoint.ts";
import type { Result } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { collected, examples, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";
import { moment } from "../words/text.ts";

type AddOptions = SharedOptions & { readonly event?: readonly string[] };

const ADMIN = { action: "change_webhooks" } as const;

export function registerWebhooks(program: Command, cli: Cli): void {
  const webhooks = withFolderOptions(
    program
      .command("webhooks")
      .enablePositionalOptions()
      .summary("addresses that are told of imports: add, list, test, rotate, remove")
      .description(
        "Lists the addresses that are called when an import is done, has failed or is undone. A worker calls them; docs/effects.md says what they get and how it is signed.",
      ),
  )
    .addHelpText(
      "after",
      examples(
        "muster webhooks add https://example.com/muster --event import.done",
        "muster webhooks test https://example.com/muster",
        "muster webhooks rotate whk_0123456789",
      ),
    )
    .action((options: SharedOptions) => cli.look(options, list, ADMIN));
  withFolderOptions(webhooks.command("list").summary("list them").description("Lists them. Secrets are not shown."))
    .addHelpText("after", examples("muster webhooks list --json"))
    .action((_: SharedOptions, command: Command) => cli.look(command.optsWithGlobals<SharedOptions>(), list, ADMIN));
  registerAdd(webhooks, cli);
  registerTest(webhooks, cli);
  registerRotate(webhooks, cli);
  registerRemove(webhooks, cli);
}

function registerAdd(webhooks: Command, cli: Cli): void {
  withFolderOptions(
    webhooks
      .command("add")
      .argument("<url>", "http or https address")
      .summary("have an address told of imports")
      .description(
        "Has an address told of imports, and shows its secret, which signs what it gets: once, and never again.",
      ),
  )
    .option("--event <event>", `${WEBHOOK_EVENTS.join(", ")}; repeatable (default: all)`, collected)
    .addHelpText(
      "after",
      examples(
        "muster webhooks add https://example.com/muster",
        "muster webhooks add https://example.com/muster --event import.done --event import.undone --json",
      ),
    )
    .action((url: string, _: AddOptions, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      return cli.inWorkspace(
        options,
        (session) => {
          const request = { url, events: options.event ?? [], by: actorName(session.actor) };
          return answerWithSecret(session, addEndpoint(session.ports, session.workspace, request));
        },
        ADMIN,
      );
    });
}

function registerRotate(webhooks: Command, cli: Cli): void {
  withFolderOptions(
    webhooks
      .command("rotate")
      .argument("<webhook>", "id or address")
      .summary("give a webhook a new secret")
      .description("Gives a webhook a new secret. For a day the former one signs beside it."),
  )
    .addHelpText("after", examples("muster webhooks rotate https://example.com/muster"))
    .action((word: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(
        command.optsWithGlobals<SharedOptions>(),
        (session) => answerWithSecret(session, rotateSecret(session.ports, session.workspace, word)),
        ADMIN,
      ),
    );
}

function registerTest(webhooks: Command, cli: Cli): void {
  withFolderOptions(
    webhooks
      .command("test")
      .argument("<webhook>", "id or address")
      .summary("have a webhook called with an event that says nothing")
      .description("Has a worker call the webhook with the event webhook.test, signed as the others are."),
  )
    .addHelpText("after", examples("muster webhooks test whk_0123456789"))
    .action((word: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => test(session, word), ADMIN),
    );
}

function registerRemove(webhooks: Command, cli: Cli): void {
  withFolderOptions(
    webhooks
      .command("remove")
      .argument("<webhook>", "id or address")
      .summary("have an address told nothing any more")
      .description("Has an address told nothing any more. What has not been sent to it is cancelled."),
  )
    .addHelpText("after", examples("muster webhooks remove whk_0123456789"))
    .action((word: string, _: SharedOptions, command: Command) =>
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => remove(session, word), ADMIN),
    );
}

async function list(session: Session): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const endpoints = await ports.store.endpoints.list(workspace.number);
  if (terminal.json) {
    for (const endpoint of endpoints) {
      const warning = await addressWarning(ports, endpoint.url);
      await terminal.printJson({ ...endpointJson(workspace, endpoint), ...(warning === null ? {} : { warning }) });
    }
    return 0;
  }
  if (endpoints.length === 0) {
    terminal.note("Nothing outside is told of imports. Add an address: muster webhooks add URL");
    return 0;
  }
  const heads = ["Webhook", "Address", "Events", "Added", "By"].map((head) => ({ head }));
  const rows = endpoints.map((endpoint) => [
    idOf(session, endpoint),
    shown(endpoint.url),
    endpoint.events.join(", "),
    moment(endpoint.createdAt),
    shown(endpoint.createdBy),
  ]);
  const warnings = await Promise.all(endpoints.map(({ url }) => addressWarning(ports, url)));
  const said = new Set(warnings.filter((warning) => warning !== null));
  await terminal.print(...renderTable(heads, rows, terminal.width), ...said);
  return 0;
}

const idOf = ({ workspace }: Session, { number }: WebhookEndpoint): string => encodeId("whk", workspace.idKey, number);

async function answerWithSecret(session: Session, done: Promise<Result<WebhookEndpoint>>): Promise<ExitCode> {
  const { terminal, config } = session;
  const result = await done;
  if (!result.ok) return session.refuse(result.refusal);
  const endpoint = result.value;
  const secret = endpoint.secrets[0]?.secret ?? "";
  const warning = await addressWarning(session.ports, endpoint.url);
  const warned = warning === null ? {} : { warning };
  if (terminal.json) await terminal.printJson({ ...endpointJson(session.workspace, endpoint), secret, ...warned });
  else
    await terminal.print(
      `${idOf(session, endpoint)} is told of ${endpoint.events.join(", ")}.`,
      `Its secret, shown this once: ${secret}`,
      ...(warning === null ? [] : [warning]),
      `Try it with: ${withData(`muster webhooks test ${idOf(session, endpoint)}`, config)}`,
    );
  return 0;
}

async function test(session: Session, word: string): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const queued = await testEndpoint(ports, workspace, word);
  if (!queued.ok) return session.refuse(queued.refusal);
  if (terminal.json) await terminal.printJson({ webhook: idOf(session, queued.value.endpoint), key: queued.value.key });
  else
    await terminal.print(
      "The call is due now. A worker that runs has made it in a moment; else:",
      `  ${withData("muster worker --once", config)}`,
      `  ${withData("muster effects list", config)}   says what became of it`,
    );
  return 0;
}

async function remove(session: Session, word: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const removed = await removeEndpoint(ports, workspace, word);
  if (!removed.ok) return session.refuse(removed.refusal);
  if (terminal.json) await terminal.printJson(endpointJson(session.workspace, removed.value));
  else await terminal.print(`${shown(removed.value.url)} is told nothing any more.`);
  return 0;
}
