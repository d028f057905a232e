/** The tags that a workspace has: listed with the contacts that have them, added, removed; and those an import would bring. */
import { tagKey } from "../../core/contact/tag-key.ts";
import { collapseLine } from "../../core/contact/types/clean-text.ts";
import { accept, type Refusal, type Result, refuse, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { NAME_CHARS } from "../limits.ts";
import type { Tag } from "../ports/tag-store.ts";
import type { Ports, Workspace } from "../ports.ts";

type StorePort = Pick<Ports, "store">;

export async function addTag({ store }: StorePort, workspace: Workspace, text: string): Promise<Result<Tag>> {
  const name = collapseLine(text);
  if (typeof name !== "string" || name === "" || name.length > NAME_CHARS)
    return refuseNaming("tag_invalid", [text], `“${shown(text)}” cannot be a tag.`);
  const added = await store.tags.add(workspace.number, name);
  return added.ok ? accept({ name, contacts: 0 }) : added;
}

/** A tag goes only when no contact has it: what contacts hold is changed by imports, which can be undone. */
export function removeTag({ store }: StorePort, workspace: Workspace, text: string): Promise<Result<Tag>> {
  return store.transaction(workspace.number, () => removed(store, workspace, text));
}

async function removed(store: StorePort["store"], workspace: Workspace, text: string): Promise<Result<Tag>> {
  const key = tagKey(text.trim());
  const found = (await store.tags.list(workspace.number)).find(({ name }) => tagKey(name) === key);
  if (!found) return refuseNaming("tag_not_there", [text], `The workspace has no tag “${shown(text)}”.`);
  if (found.contacts > 0) {
    const contacts = found.contacts === 1 ? "1 contact has" : `${found.contacts} contacts have`;
    return refuse({
      code: "tag_in_use",
      message: `${contacts} the tag “${shown(found.name)}”.`,
      fix: `See them with muster contacts --filter 'tags=${shown(found.name)}'. Their tags change with an import (--set tags=replace), or undo the one that gave it.`,
    });
  }
  await store.tags.remove(workspace.number, found.name);
  return accept(found);
}

/** Why an import may not give its contacts these tags; null = it may. */
export async function batchTagsRefusal(
  { store }: StorePort,
  workspace: Workspace,
  { tags, createTags }: { readonly tags: readonly string[]; readonly createTags: boolean },
): Promise<Refusal | null> {
  if (createTags || tags.length === 0) return null;
  const known = await store.tags.known(workspace.number, tags.map(tagKey));
  const unknown = tags.find((tag) => !known.has(tagKey(tag)));
  if (unknown === undefined) return null;
  return refuseNaming(
    "tag_not_there",
    [unknown],
    `The workspace has no tag “${shown(unknown)}”, and imports do not make tags here.`,
  ).refusal;
}
