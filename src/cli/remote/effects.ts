/** `effects` of a server: listed, tried again, cancelled. */
import { type Refusal, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { effectTable, NO_EFFECTS } from "../words/effect-table.ts";
import { count } from "../words/text.ts";
import type { RemoteServer } from "./remote-server.ts";
import { type RemoteWork, say } from "./remote-session.ts";

/** Effects asked for at a time. */
const PAGE = 500;

type ListWords = { readonly state?: readonly string[]; readonly import?: string };

export const remoteEffects =
  ({ state, import: of }: ListWords): RemoteWork =>
  async ({ server, terminal, refuse }) => {
    let names: ReadonlyMap<string, string> | null = null;
    let isFirst = true;
    for (let cursor: string | undefined; ; ) {
      const answer = await server.ask("listEffects", { query: { state, import: of, cursor, limit: PAGE } });
      if (!answer.ok) return refuse(answer.refusal);
      const { items, next } = answer.value;
      if (terminal.json) for (const effect of items) await terminal.printJson(effect);
      else if (items.length > 0) {
        names ??= await workflowNames(server);
        await terminal.print(...effectTable(items, names, terminal.width).slice(isFirst ? 0 : 1));
      }
      isFirst &&= items.length === 0;
      if (next === null || next === undefined) {
        if (isFirst && !terminal.json) terminal.note(NO_EFFECTS);
        return 0;
      }
      cursor = next;
    }
  };

/** By id. Without them, effects are listed all the same. */
async function workflowNames(server: RemoteServer): Promise<ReadonlyMap<string, string>> {
  const answer = await server.ask("listWorkflows");
  const items = answer.ok ? answer.value.items : [];
  return new Map(items.map(({ workflow, name }) => [String(workflow), String(name)]));
}

/** An id that is read, of an effect that is none of those that can be changed. */
export const noneToChange = (id: string): Refusal =>
  refuseWith("effect_unknown", `${shown(id)} is none that waits, failed or was given up.`).refusal;

export type PickedEffects = { readonly effect: string } | { readonly import: string } | { readonly all: true };

export const remoteEffectsChanged =
  (how: "retry" | "cancel", pick: PickedEffects): RemoteWork =>
  async (session) => {
    const changed: Result<Readonly<Record<string, number>>> =
      how === "retry"
        ? await session.server.ask("retryEffects", { body: pick })
        : await session.server.ask("cancelEffects", { body: pick });
    const many = changed.ok ? (Object.values(changed.value)[0] ?? 0) : 0;
    if (changed.ok && many === 0 && "effect" in pick) return session.refuse(noneToChange(pick.effect));
    const text = how === "retry" ? "due now" : "cancelled";
    return say(session, changed, { json: (answer) => answer, text: () => `${count(many, "effect")} ${text}.` });
  };
