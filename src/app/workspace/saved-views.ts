/** Views of the list of contacts: each member keeps their own, and whoever may change contacts shares some with all. */
import { collapseLine } from "../../core/contact/types/clean-text.ts";
import { type Actor, actorName } from "../../core/member/actor.ts";
import { deniedAction } from "../../core/member/permissions.ts";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { NAME_CHARS, VIEWS_KEPT } from "../limits.ts";
import type { SavedView } from "../ports/view-store.ts";
import type { Ports, Workspace } from "../ports.ts";

type Who = { readonly ports: Pick<Ports, "store">; readonly workspace: Workspace; readonly actor: Actor };

export const listViews = ({ ports: { store }, workspace, actor }: Who): Promise<readonly SavedView[]> =>
  store.views.list(workspace.number, keeperOf(actor));

/** One of that name that they have already is replaced. */
export async function saveView(
  { ports: { store }, workspace, actor }: Who,
  { name: text, isShared, look }: Pick<SavedView, "name" | "isShared" | "look">,
): Promise<Result<SavedView>> {
  const name = collapseLine(text);
  if (typeof name !== "string" || name === "" || name.length > NAME_CHARS)
    return refuseWith("view_invalid", `“${shown(text)}” cannot be the name of a view.`);
  const denied = isShared ? deniedAction(actor, "change_contacts", workspace.policy) : null;
  if (denied) return refuse(denied);
  const keeper = keeperOf(actor);
  const own = (await store.views.list(workspace.number, keeper)).filter((view) => view.keeper === keeper);
  if (own.length >= VIEWS_KEPT && !own.some((view) => view.name === name))
    return refuseWith("view_invalid", `You keep ${own.length} views already, which are as many as there may be.`);
  return accept(await store.views.save(workspace.number, { keeper, by: actorName(actor), name, isShared, look }));
}

/** One's own; one that is shared goes also by the hand of whoever may share. */
export async function removeView({ ports: { store }, workspace, actor }: Who, id: string): Promise<Result<null>> {
  const number = decodeId("viw", workspace.idKey, id);
  const view = number === null ? null : await store.views.get(workspace.number, number);
  const maySee = view !== null && (view.keeper === keeperOf(actor) || view.isShared);
  if (!maySee) return refuseWith("view_unknown", `There is no view ${shown(id)} in this workspace.`);
  const denied = isOwn(view, actor) ? null : deniedAction(actor, "change_contacts", workspace.policy);
  if (denied) return refuse(denied);
  await store.views.remove(workspace.number, view.number);
  return accept(null);
}

export const isOwn = ({ keeper }: Pick<SavedView, "keeper">, actor: Actor): boolean => keeper === keeperOf(actor);

function keeperOf(actor: Actor): string {
  return actor.kind === "member" ? `member ${actor.member.number}` : `${actor.kind} ${actor.name}`;
}
