/** Views of the list of contacts, kept under a name. */
import type { SavedView } from "../../app/ports/view-store.ts";
import type { Workspace } from "../../app/ports.ts";
import { isOwn, listViews, removeView, saveView } from "../../app/workspace/saved-views.ts";
import type { Actor } from "../../core/member/actor.ts";
import { accept } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/views.ts";

export function bindViews(bind: Bind): void {
  bind(contract.listViews, async (who) => accept({ items: (await listViews(who)).map((view) => viewJson(who, view)) }));

  bind(contract.saveView, async (who) => {
    const { name, isShared, ...look } = who.body;
    const saved = await saveView(who, { name, isShared, look });
    return saved.ok ? accept(viewJson(who, saved.value)) : saved;
  });

  bind(contract.removeView, (who) => removeView(who, who.params.id));
}

const viewJson = (
  { workspace, actor }: { readonly workspace: Workspace; readonly actor: Actor },
  { number, name, isShared, by, look, keeper }: SavedView,
) => ({
  id: encodeId("viw", workspace.idKey, number),
  ...{ name, isShared, by, isOwn: isOwn({ keeper }, actor) },
  search: look.search,
  filter: [...look.filter],
  columns: [...look.columns],
});
