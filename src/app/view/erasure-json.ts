/** Erasures as programs and pages read them. */
import type { Voice } from "../../core/problem/voice.ts";
import { encodeId } from "../../core/public-id.ts";
import type { ImportAtWork } from "../ports/bulk-store.ts";
import type { ErasureRecord } from "../ports/erasure-requests.ts";
import type { Ports, Workspace } from "../ports.ts";
import { contactName } from "./contact-name.ts";
import { refusalJson } from "./refusal-json.ts";

/** @param importAtWork in the workspace: it comes first */
export function erasureJson(
  { idKey }: Workspace,
  { number, at, by, state, contacts, places, refusal, endedAt }: ErasureRecord,
  { importAtWork, voice }: { readonly importAtWork: ImportAtWork; readonly voice: Voice },
) {
  const isUnfinished = state === "planning" || state === "erasing";
  return {
    id: encodeId("ers", idKey, number),
    ...{ state, by },
    at: new Date(at).toISOString(),
    contacts: contacts.map((contact) => encodeId("con", idKey, contact)),
    places: places && { ...places },
    waitsForImport: importAtWork !== "none" && isUnfinished,
    importInterrupted: importAtWork === "interrupted" && isUnfinished,
    refusal: refusal && refusalJson(refusal, voice),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
  };
}

/** Those who name them and are still there, by the names that they have now. */
export async function mentionsJson({ store }: Pick<Ports, "store">, workspace: Workspace, { mentions }: ErasureRecord) {
  const { number: of, idKey } = workspace;
  const found: {
    readonly object: "contact" | "account" | "opportunity";
    readonly id: string;
    readonly name: string;
  }[] = [];
  for (const number of mentions?.contacts ?? []) {
    const contact = await store.contacts.get(of, number);
    if (!contact) continue;
    const name = contactName(contact) || (contact.values.get("email") ?? "");
    found.push({ object: "contact", id: encodeId("con", idKey, number), name });
  }
  for (const number of mentions?.accounts ?? []) {
    const account = await store.accounts.get(of, number);
    const name = account?.values.get("name") ?? "";
    if (account) found.push({ object: "account", id: encodeId("acc", idKey, number), name });
  }
  for (const number of mentions?.opportunities ?? []) {
    const opportunity = await store.opportunities.get(of, number);
    const name = opportunity?.values.get("name") ?? "";
    if (opportunity) found.push({ object: "opportunity", id: encodeId("opp", idKey, number), name });
  }
  return found;
}
