/** `imports`, `show` and `lines` of a server. */
import { isStanding } from "../../app/import/continuing/mended-lines.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import { detailLines } from "../words/detail-text.ts";
import { earlierOnes, historyTable, noImports } from "../words/history-table.ts";
import { lineTable, moreLines, NO_LINES, objectsOf, TABLE_LINES } from "../words/line-table.ts";
import type { DetailJson, RemoteServer } from "./remote-server.ts";
import type { RemoteWork } from "./remote-session.ts";
import { wholeAnswer, wholeItems } from "./whole-answer.ts";
import { wholeDetail } from "./whole-detail.ts";

export const remoteImports =
  ({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): RemoteWork =>
  async ({ server, terminal, config, refuse }) => {
    const answer = await server.ask("listImports", { query: { limit, cursor } });
    if (!answer.ok) return refuse(answer.refusal);
    const { items, next = null } = answer.value;
    if (terminal.json) for (const item of items) await terminal.printJson(item);
    else if (items.length === 0) await terminal.print(noImports(cursor !== undefined, config));
    else await terminal.print(...historyTable(items, terminal.width));
    if (next !== null && !terminal.json) terminal.note(earlierOnes(next, config));
    return 0;
  };

export const remoteShow =
  (id: string): RemoteWork =>
  async (session) => {
    const { server, terminal, config } = session;
    const answer = await server.ask("showImport", { params: { id } });
    if (!answer.ok) return session.refuse(answer.refusal);
    if (terminal.json) {
      await terminal.printJson(answer.value);
      return 0;
    }
    const whole = wholeDetail(answer);
    if (!whole.ok) return session.refuse(whole.refusal);
    const detail = whole.value;
    const isMended = await areAllMended(server, detail);
    await terminal.print(...detailLines(detail, { state: detail.state, isMended, isRemote: true, terminal, config }));
    return 0;
  };

/** Whether later imports have put right every line that failed. */
async function areAllMended(server: RemoteServer, { import: id, outcomes, continuedBy }: DetailJson): Promise<boolean> {
  if (outcomes.failed === 0 || !continuedBy.some(isStanding)) return false;
  for (let cursor: string | undefined; ; ) {
    const answer = await server.ask("listLines", { params: { id }, query: { outcome: "failed", cursor, limit: PAGE } });
    if (!answer.ok || answer.value.items.some(({ mendedBy }) => mendedBy === undefined)) return false;
    if (typeof answer.value.next !== "string") return true;
    cursor = answer.value.next;
  }
}

type LinesWanted = {
  readonly outcome?: string;
  readonly problem?: string;
  readonly format?: "table" | "csv" | "json";
  readonly limit?: number;
};

/** Parts that the table of lines is made of. */
const PRINTED = ["line", "outcome", "match", "changes", "problems"] as const;

/** Lines asked for at a time. */
const PAGE = 500;

export const remoteLines =
  (id: string, { outcome, problem, format, limit }: LinesWanted): RemoteWork =>
  async (session) => {
    const { server, terminal, refuse } = session;
    if (format === "csv" && limit !== undefined)
      return refuse(refuseWith("not_from_far", "A server answers the whole file of lines with errors.").refusal);
    if (format === "csv") {
      const file = await server.download("errors", { params: { id }, query: { outcome, problem } });
      if (!file.ok) return refuse(file.refusal);
      for await (const piece of file.value) await terminal.write(piece);
      return 0;
    }
    const isTable = (format ?? (terminal.json ? "json" : "table")) === "table";
    const detail = isTable
      ? wholeAnswer(await server.ask("showImport", { params: { id } }), ["object", "mapping"])
      : null;
    if (detail && !detail.ok) return refuse(detail.refusal);
    let objects: readonly string[] | null = null;
    const most = limit ?? (isTable ? TABLE_LINES : Number.POSITIVE_INFINITY);
    let left = most;
    let isFirst = true;
    for (let cursor: string | undefined; left > 0; ) {
      const query = { outcome, problem, cursor, limit: Math.min(left, PAGE), cells: isTable, earlier: isTable };
      const answer = wholeAnswer(await server.ask("listLines", { params: { id }, query }), ["items"]);
      if (!answer.ok) return refuse(answer.refusal);
      const { items, next } = answer.value;
      const told = wholeItems(items, isTable ? PRINTED : []);
      if (!told.ok) return refuse(told.refusal);
      left -= items.length;
      if (detail && items.length > 0) {
        objects ??= objectsOf(items, detail.value.object);
        const { mapping } = detail.value;
        await terminal.print(...lineTable(items, { mapping, objects, isFirst, width: terminal.width }));
        isFirst = false;
      } else if (!detail) await terminal.print(...items.map((line) => JSON.stringify(line)));
      // A page may be short, or empty, where a server has looked for long enough.
      if (next === null || next === undefined) {
        if (detail && isFirst) terminal.note(NO_LINES);
        return 0;
      }
      cursor = next;
    }
    if (isTable) terminal.note(moreLines(most));
    return 0;
  };
