/** What the webhooks of a workspace are told of an import that has ended. Counts and codes, no value of a cell. */
import { TEST_EVENT, type WebhookEndpoint, type WebhookEvent } from "../../core/notify/webhook-endpoint.ts";
import { EMPTY_TALLY, linesIn } from "../../core/plan/outcome.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Effect } from "../../core/workflow/effect.ts";
import type { NewCall } from "../ports/notification-store.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";

/** One for each webhook that has asked for the event. */
export async function webhookCalls(
  { store, now }: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  record: ImportRecord,
): Promise<readonly NewCall[]> {
  const event = eventOf(record);
  if (event === null) return [];
  const { id, ref } = record;
  const endpoints = (await store.endpoints.list(workspace.number)).filter(({ events }) => events.includes(event));
  const data = importData(workspace, record);
  // It may stop again, further on.
  const where = record.state === "interrupted" ? `-${data.lines}` : "";
  return endpoints.map((endpoint) => ({
    key: `${id}-${event.replace(".", "_")}${where}-${idOf(workspace, endpoint)}`,
    endpoint: endpoint.number,
    import: ref.import,
    effect: callOf(endpoint, { type: event, at: record.finishedAt ?? now(), data }),
  }));
}

/** @param nth so that each test is a call of its own */
export function testCall(workspace: Workspace, endpoint: WebhookEndpoint, at: number, nth: number): NewCall {
  return {
    key: `${idOf(workspace, endpoint)}-test-${nth}`,
    endpoint: endpoint.number,
    import: null,
    effect: callOf(endpoint, { type: TEST_EVENT, at, data: { workspace: workspace.slug } }),
  };
}

const idOf = ({ idKey }: Workspace, { number }: WebhookEndpoint): string => encodeId("whk", idKey, number);

function eventOf({ state }: ImportRecord): WebhookEvent | null {
  if (state === "done") return "import.done";
  if (state === "undone") return "import.undone";
  return state === "refused" || state === "interrupted" ? "import.failed" : null;
}

function importData(workspace: Workspace, record: ImportRecord) {
  const { id, state, settings, refusal, receipt, undo } = record;
  const tally = record.progress?.tally ?? EMPTY_TALLY;
  return {
    ...{ workspace: workspace.slug, import: id, state, file: settings.source.name, by: settings.by },
    ...{ lines: linesIn(tally.outcomes), outcomes: tally.outcomes, problems: tally.problems, warnings: tally.warnings },
    ...(refusal === null ? {} : { problem: { code: refusal.code } }),
    ...(receipt === null ? {} : { receipt }),
    ...(state === "undone" && undo !== null ? { undo: undo.tally } : {}),
  };
}

/** The shape that Standard Webhooks recommends: type, timestamp, data. */
function callOf(
  { url, number }: WebhookEndpoint,
  { type, at, data }: { readonly type: string; readonly at: number; readonly data: unknown },
): Effect {
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  return { kind: "webhook", url, body, signer: { endpoint: number } };
}
