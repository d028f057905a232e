/** What people ask for as a bulk change, checked: which contacts of the workspace, and whether its policy allows what is to be done. */
import type { BulkChange } from "../../core/bulk/bulk-change.ts";
import { tagKey } from "../../core/contact/tag-key.ts";
import { collapseLine } from "../../core/contact/types/clean-text.ts";
import { findMember, indexMembers } from "../../core/member/find-member.ts";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { BULK_TAGS, NAME_CHARS } from "../limits.ts";
import type { BulkChoice, BulkRequest } from "../ports/bulk-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { readContactFilters } from "../view/contact-filter.ts";
import { namedContacts } from "./named-contacts.ts";

type StorePort = Pick<Ports, "store">;

/** Ids of contacts; or whatever a search and filters leave, but for some. */
export type SaidChoice =
  | { readonly contacts: readonly string[] }
  | { readonly search: string | null; readonly filter: readonly string[]; readonly except: readonly string[] };

export async function readBulkRequest(
  ports: StorePort,
  workspace: Workspace,
  said: { readonly choice: SaidChoice; readonly change: BulkChange },
): Promise<Result<Pick<BulkRequest, "change" | "choice" | "newTags">>> {
  const change = await readChange(ports, workspace, said.change);
  if (!change.ok) return change;
  const choice = await readChoice(ports, workspace, said.choice);
  return choice.ok ? accept({ ...change.value, choice: choice.value }) : choice;
}

type CheckedChange = Pick<BulkRequest, "change" | "newTags">;

async function readChange(ports: StorePort, workspace: Workspace, change: BulkChange): Promise<Result<CheckedChange>> {
  switch (change.do) {
    case "delete":
      return accept({ change, newTags: [] });
    case "add_tags":
    case "remove_tags":
      return readTags(ports, workspace, change);
    case "set_owner":
      return readOwner(ports, workspace, change.owner);
    case "set_do_not_touch":
      return readDoNotTouch(workspace, change);
  }
}

async function readTags(
  { store }: StorePort,
  { number, policy }: Workspace,
  change: Extract<BulkChange, { readonly tags: readonly string[] }>,
): Promise<Result<CheckedChange>> {
  if (change.tags.length === 0 || change.tags.length > BULK_TAGS)
    return refuseWith("bulk_change_invalid", `Name 1 to ${BULK_TAGS} tags.`);
  const known = new Map((await store.tags.names(number)).map((name) => [tagKey(name), name]));
  const tags: string[] = [];
  const newTags: string[] = [];
  for (const text of change.tags) {
    const name = collapseLine(text);
    if (typeof name !== "string" || name === "" || name.length > NAME_CHARS)
      return refuseWith("tag_invalid", `“${shown(text)}” cannot be a tag.`);
    const spelled = known.get(tagKey(name));
    if (spelled === undefined && change.do === "add_tags") {
      if (!policy.createTags)
        return refuseWith(
          "tag_not_there",
          `The workspace has no tag “${shown(name)}”, and new ones are made in its settings only.`,
        );
      newTags.push(name);
    }
    tags.push(spelled ?? name);
  }
  return accept({ change: { do: change.do, tags }, newTags });
}

async function readOwner(
  { store }: StorePort,
  { number }: Workspace,
  text: string | null,
): Promise<Result<CheckedChange>> {
  if (text === null) return accept({ change: { do: "set_owner", owner: null }, newTags: [] });
  const search = findMember(indexMembers(await store.members.list(number)), text, "both");
  if (search.found !== "one") {
    const why = search.found === "none" ? "is no member" : "names several members";
    return refuseWith("bulk_change_invalid", `“${shown(text)}” ${why} of this workspace: give a member's address.`);
  }
  return accept({ change: { do: "set_owner", owner: search.member.email }, newTags: [] });
}

function readDoNotTouch(
  { policy }: Workspace,
  change: Extract<BulkChange, { readonly do: "set_do_not_touch" }>,
): Result<CheckedChange> {
  if (!policy.doNotTouch)
    return refuse({
      code: "bulk_change_invalid",
      message: "Contacts are not marked Do Not Touch in this workspace.",
      fix: "Set doNotTouch to yes in the workspace's policy first.",
    });
  if (!change.value && !policy.lowerOptOuts)
    return refuse({
      code: "bulk_change_invalid",
      message: "Do Not Touch is not taken back in this workspace.",
      fix: "Set lowerOptOuts to yes in the workspace's policy first, or undo the bulk change that has set it.",
    });
  return accept({ change, newTags: [] });
}

async function readChoice(ports: StorePort, workspace: Workspace, choice: SaidChoice): Promise<Result<BulkChoice>> {
  if ("contacts" in choice) return readNamed(ports, workspace, choice.contacts);
  const filters = await readContactFilters(ports, workspace, choice.filter);
  if (!filters.ok) return filters;
  const except = namedContacts(workspace, choice.except);
  if (!except.ok) return except;
  const upTo = await ports.store.contacts.lastNumber(workspace.number);
  return accept({
    kind: "matching",
    ...{ search: choice.search, filters: filters.value, upTo, except: except.value },
  });
}

async function readNamed(
  { store }: StorePort,
  workspace: Workspace,
  ids: readonly string[],
): Promise<Result<BulkChoice>> {
  const numbers = namedContacts(workspace, ids);
  if (!numbers.ok) return numbers;
  if (numbers.value.length === 0) return refuseWith("bulk_change_invalid", "No contacts are named.");
  for (const number of numbers.value)
    if (await store.contacts.get(workspace.number, number)) return accept({ kind: "named", contacts: numbers.value });
  return refuseWith("contact_unknown", "None of these contacts is in this workspace.");
}
