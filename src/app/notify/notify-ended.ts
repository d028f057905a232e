/** Tells people, and the workspace's webhooks, what became of an import: once, however often this is called. */
import type { NotificationEvent, NotificationParams } from "../../core/notify/notification.ts";
import { changesSomething, EMPTY_TALLY, linesIn, type OutcomeCounts } from "../../core/plan/outcome.ts";
import type { ImportRecord, Workspace } from "../ports.ts";
import { type Event, type NotifyPorts, sendNotices, toldOf } from "./send-notices.ts";
import { webhookCalls } from "./webhook-calls.ts";

/** What a worker was asked to do with the import. */
export type EndedJob = "plan" | "run" | "undo";

/** Answers how many members and webhooks are told that were not before. */
export async function notifyEnded(ports: NotifyPorts, record: ImportRecord, job: EndedJob): Promise<number> {
  const workspace = await ports.store.workspaces.byNumber(record.ref.workspace);
  const event = eventOf(record, job);
  if (workspace === null || event === null) return 0;
  const by = (job === "undo" ? record.undo?.by : undefined) ?? record.settings.by;
  const to = await toldOf(ports, workspace, { by, withAdmins: TELLS_ADMINS.has(event.event) });
  const calls = await webhookCalls(ports, workspace, record);
  return sendNotices(ports, workspace, { event, to, calls });
}

/** That a file's contacts may be there twice, as a search after the import has found. */
export async function notifyDuplicates(ports: NotifyPorts, record: ImportRecord, pairs: number): Promise<number> {
  const workspace = await ports.store.workspaces.byNumber(record.ref.workspace);
  if (workspace === null || pairs === 0) return 0;
  const event = about(record, "duplicates_found", { pairs });
  const to = await toldOf(ports, workspace, { by: record.settings.by, withAdmins: false });
  return sendNotices(ports, workspace, { event, to, calls: [] });
}

/** That somebody is a member now. The mail with the link is the invitation's own. */
export async function notifyInvited(
  ports: NotifyPorts,
  workspace: Workspace,
  { email, by }: { readonly email: string; readonly by: string },
): Promise<number> {
  const member = await ports.store.members.byEmail(workspace.number, email);
  if (member === null) return 0;
  const params = { by, workspace: workspace.name, role: member.role };
  const event: Event = { event: "invited", params, cause: "invited", import: null, tookMs: 0 };
  return sendNotices(ports, workspace, { event, to: [member], calls: [] });
}

const TELLS_ADMINS: ReadonlySet<NotificationEvent> = new Set([
  "import_done_with_failures",
  "import_refused",
  "import_interrupted",
]);

function eventOf(record: ImportRecord, job: EndedJob): Event | null {
  if (job === "undo") return undoEvent(record);
  const tally = (record.state === "planned" ? record.planned : record.progress?.tally) ?? EMPTY_TALLY;
  switch (record.state) {
    case "planned":
      return about(record, "import_planned", {
        ...counts(tally.outcomes),
        ...(changesSomething(tally) ? {} : { changes: "nothing" }),
      });
    case "done":
      return about(
        record,
        tally.outcomes.failed > 0 ? "import_done_with_failures" : "import_done",
        counts(tally.outcomes),
      );
    case "refused":
      return about(record, "import_refused", record.refusal === null ? {} : { problem: record.refusal.code });
    case "interrupted": {
      const done = linesIn(tally.outcomes);
      const stopped = about(record, "import_interrupted", { done, lines: record.scan?.lines ?? done });
      // It may stop again, further on.
      return { ...stopped, cause: `${stopped.cause}-${done}` };
    }
    default:
      // Who has cancelled it knows, and what is still at work has not ended.
      return null;
  }
}

/** A single line that was taken back is no news. */
function undoEvent(record: ImportRecord): Event | null {
  const { undo } = record;
  if (record.state !== "undone" || undo === null || undo.only !== null) return null;
  const { deleted, restored, partly, kept } = undo.tally;
  return about(record, "undo_done", { deleted, restored: restored + partly, kept: kept + partly });
}

function about(record: ImportRecord, event: NotificationEvent, params: NotificationParams): Event {
  const { id, ref, settings, createdAt, startedAt, finishedAt } = record;
  return {
    event,
    params: { file: settings.source.name, ...params },
    cause: `${id}-${event}`,
    import: ref.import,
    tookMs: finishedAt === null ? 0 : finishedAt - (startedAt ?? createdAt),
  };
}

const counts = (outcomes: OutcomeCounts): NotificationParams => ({ lines: linesIn(outcomes), ...outcomes });
