/** `muster notifications`: what a member was told; marked as read, and where it is told. */
import { type Command, InvalidArgumentError } from "commander";
import { listNotifications, markRead, type NotificationView } from "../../app/notify/notifications.ts";
import { changeProfile, type ProfileView, profileOf } from "../../app/notify/profile.ts";
import { notificationJson, profileJson } from "../../app/view/notification-json.ts";
import type { SharedOptions } from "../../config.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { collected, examples, positive, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { renderTable } from "../words/table.ts";
import { count, moment, printable } from "../words/text.ts";

type ListOptions = SharedOptions & { readonly unread?: boolean; readonly limit?: number; readonly cursor?: string };
type ReadOptions = SharedOptions & { readonly all?: boolean };
type ProfileOptions = SharedOptions & { readonly set?: readonly string[]; readonly slack?: string };

const DEFAULT_LIMIT = 20;

export function registerNotifications(program: Command, cli: Cli): void {
  const notifications = withListOptions(
    withFolderOptions(
      program
        .command("notifications")
        .enablePositionalOptions()
        .summary("what a member was told of imports; read, profile")
        .description("Lists what the member that --as names was told, the newest first."),
    ),
  )
    .addHelpText(
      "after",
      examples(
        "muster notifications --as ann@example.com",
        "muster notifications read --all --as ann@example.com",
        "muster notifications profile --set import_done=app,mail --as ann@example.com",
      ),
    )
    .action((options: ListOptions) => cli.look(options, (session) => list(session, options)));
  withListOptions(
    withFolderOptions(notifications.command("list").summary("list them").description("Lists them, newest first.")),
  )
    .addHelpText("after", examples("muster notifications list --unread --json --as ann@example.com"))
    .action((_: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      return cli.look(options, (session) => list(session, options));
    });
  registerRead(notifications, cli);
  registerProfile(notifications, cli);
}

const withListOptions = (command: Command): Command =>
  command
    .option("--unread", "only those that are not read")
    .option("--limit <number>", `how many (default: ${DEFAULT_LIMIT})`, positive)
    .option("--cursor <id>", "go on behind this one, as the page before says");

function registerRead(notifications: Command, cli: Cli): void {
  withFolderOptions(
    notifications
      .command("read")
      .argument("[notification...]", "ids of notifications")
      .summary("mark notifications as read")
      .description("Marks notifications as read."),
  )
    .option("--all", "all of them")
    .addHelpText(
      "after",
      examples(
        "muster notifications read ntf_0123456789 --as ann@example.com",
        "muster notifications read --all --as ann@example.com",
      ),
    )
    .action((ids: readonly string[], _: ReadOptions, command: Command) => {
      const options = command.optsWithGlobals<ReadOptions>();
      return cli.inWorkspace(options, (session) => read(session, ids, options), { action: "read" });
    });
}

function registerProfile(notifications: Command, cli: Cli): void {
  withFolderOptions(
    notifications
      .command("profile")
      .summary("where the member is told of what; --set changes it")
      .description(
        "Shows for each event whether the member is told in the app, by mail and in Slack. mail-if-long is a mail where the work took more than 5 minutes.",
      ),
  )
    .option("--set <event=channels>", "app, mail, mail-if-long, slack; none; default; repeatable", setOption)
    .option("--slack <url>", "an incoming webhook of the member's own; '' for the one that the operator has set")
    .addHelpText(
      "after",
      examples(
        "muster notifications profile --as ann@example.com",
        "muster notifications profile --set import_done=app,mail --set undo_done=none --as ann@example.com",
        "muster notifications profile --slack https://hooks.slack.com/services/… --as ann@example.com",
      ),
    )
    .action((_: ProfileOptions, command: Command) => {
      const options = command.optsWithGlobals<ProfileOptions>();
      return cli.inWorkspace(options, (session) => profile(session, options), { action: "read" });
    });
}

function setOption(text: string, before: readonly string[] | undefined): readonly string[] {
  if (!/^[^=]+=[^=]+$/.test(text)) throw new InvalidArgumentError("Write EVENT=app,mail,slack.");
  return collected(text, before);
}

/** Number of the member who acts: the operator is told nothing. */
function memberOf({ actor }: Session): Result<number> {
  if (actor.kind === "member") return accept(actor.member.number);
  return refuseWith("member_required", "It is not said whose notifications are meant.");
}

async function list(session: Session, options: ListOptions): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const member = memberOf(session);
  if (!member.ok) return session.refuse(member.refusal);
  const found = await listNotifications(ports, workspace, {
    ...{ member: member.value, unreadOnly: options.unread ?? false },
    ...{ cursor: options.cursor ?? null, limit: options.limit ?? DEFAULT_LIMIT },
  });
  if (!found.ok) return session.refuse(found.refusal);
  const { notifications, unread, next } = found.value;
  if (terminal.json) for (const notification of notifications) await terminal.printJson(notificationJson(notification));
  else for (const notification of notifications) await terminal.print(...asLines(session, notification));
  if (terminal.json) return 0;
  if (notifications.length === 0) terminal.note("There are no notifications.");
  else terminal.note(`${count(unread, "unread notification")}.`);
  if (next !== null) terminal.note(`More: ${withData(`muster notifications --cursor ${next}`, config)}`);
  return 0;
}

const asLines = ({ terminal }: Session, { id, title, text, at, readAt, import: of }: NotificationView) => [
  `${readAt === null ? "*" : " "} ${terminal.style(readAt === null ? "bold" : "dim", printable(title))}`,
  `  ${printable(text)}`,
  `  ${moment(at)}  ${id}${of === null ? "" : `  muster show ${of}`}`,
];

async function read(session: Session, ids: readonly string[], { all = false }: ReadOptions): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const member = memberOf(session);
  if (!member.ok) return session.refuse(member.refusal);
  if (all === ids.length > 0)
    return session.refuse({
      code: "arguments_invalid",
      message: "It is not said which notifications are read.",
      fix: "Give the ids of some, or --all.",
    });
  const done = await markRead(ports, workspace, { member: member.value, ids: all ? "all" : ids });
  if (!done.ok) return session.refuse(done.refusal);
  if (terminal.json) await terminal.printJson({ read: done.value });
  else await terminal.print(`${count(done.value, "notification")} marked as read.`);
  return 0;
}

async function profile(session: Session, { set = [], slack }: ProfileOptions): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const member = memberOf(session);
  if (!member.ok) return session.refuse(member.refusal);
  const pairs = set.map((text): readonly [string, string] => {
    const at = text.indexOf("=");
    return [text.slice(0, at), text.slice(at + 1)];
  });
  const isChange = pairs.length > 0 || slack !== undefined;
  const url = slack === undefined ? {} : { slackUrl: slack };
  const shown = isChange
    ? await changeProfile(ports, workspace, { member: member.value, set: pairs, ...url })
    : accept(await profileOf(ports, workspace, member.value));
  if (!shown.ok) return session.refuse(shown.refusal);
  if (terminal.json) await terminal.printJson(profileJson(shown.value));
  else await terminal.print(...profileLines(shown.value, terminal.width));
  return 0;
}

function profileLines({ events, slack }: ProfileView, width: number): readonly string[] {
  const heads = ["Event", "Told", ""].map((head) => ({ head }));
  const rows = events.map(({ event, channels, isOwn }) => [event, channels, isOwn ? "" : "default"]);
  return [
    ...renderTable(heads, rows, width),
    "",
    `Slack: ${slack === null ? "where the operator has said (MUSTER_SLACK_URL)" : `an incoming webhook at ${slack}`}`,
  ];
}
