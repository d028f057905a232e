/** The one object that a person means: by its id, or by an external id, address or name that no other has. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { MANY } from "../../core/object/object-kind.ts";
import { accept, type Refused, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId, encodeId, ID_PREFIX } from "../../core/public-id.ts";
import type { Ports, Workspace } from "../ports.ts";
import { objectRows } from "./object-rows.ts";

type Named = Extract<ObjectKind, "contact" | "account" | "opportunity">;

/** What is looked through, the surest first. */
const WORDS: Readonly<Record<Named, readonly string[]>> = {
  contact: ["external_id", "email"],
  account: ["external_id", "name", "domain"],
  opportunity: ["external_id", "name"],
};

const UNKNOWN = {
  contact: "contact_unknown",
  account: "account_not_found",
  opportunity: "opportunity_unknown",
} as const satisfies Record<Named, string>;

/** Answers its number. */
export async function findByWord(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  { object, word }: { readonly object: Named; readonly word: string },
): Promise<Result<number>> {
  const meant = await oneCalled(object, word, async (field) => {
    const filters = [{ field, op: "is" as const, value: word.trim(), list: false }];
    const query = { search: null, filters, after: 0, limit: 2 };
    const rows = await objectRows(store, object).list(workspace.number, query);
    return accept(rows.map((row) => encodeId(ID_PREFIX[object], workspace.idKey, row.number)));
  });
  if (!meant.ok) return meant;
  const number = decodeId(ID_PREFIX[object], workspace.idKey, meant.value);
  return number === null ? unknown(object, word) : accept(number);
}

/** Answers its id. @param look the ids of the first two that have the word in a field */
export async function oneCalled(
  object: Named,
  word: string,
  look: (field: string) => Promise<Result<readonly string[]>>,
): Promise<Result<string>> {
  // Only who asks whether there is one needs the workspace's key.
  if (decodeId(ID_PREFIX[object], 0, word) !== null) return accept(word.trim());
  for (const field of word.trim() === "" ? [] : WORDS[object]) {
    const ids = await look(field);
    if (!ids.ok) return ids;
    const [one, other] = ids.value;
    if (one !== undefined && other === undefined) return accept(one);
    if (one === undefined) continue;
    return refuse({
      code: UNKNOWN[object],
      message: `Several ${MANY[object]} are called ${shown(word)}, such as ${ids.value.slice(0, 2).map(shown).join(" and ")}.`,
      fix: "Name the one that is meant by its id.",
    });
  }
  return unknown(object, word);
}

const unknown = (object: Named, word: string): Refused =>
  refuseWith(UNKNOWN[object], `There is no ${object} ${shown(word)} in this workspace.`);
