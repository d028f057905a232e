/**
 * What a token for embedding reaches: the steps of the wizard, and of imports those of the same person. All else is refused here,
 * before any handler, so that an endpoint that is added later is closed until it says otherwise.
 */
import type { Ports } from "../app/ports.ts";
import { findImport } from "../app/view/find-by-id.ts";
import { actorName } from "../core/member/actor.ts";
import { type Refusal, refuseWith } from "../core/problem/refusal.ts";
import type { Acting, Caller } from "./caller.ts";
import type { Endpoint } from "./contract/endpoint.ts";

export const notInEmbed = (caller: Caller, { inEmbed, method, path }: Endpoint): Refusal | null =>
  caller.kind !== "embed" || inEmbed
    ? null
    : refuseWith("embed_not_allowed", `A token for embedding does not reach ${method.toUpperCase()} ${path}.`).refusal;

/** @param id of the import that is asked about; undefined = none is. Uploads know by themselves whose they are. */
export async function notTheirs(
  ports: Ports,
  { caller, workspace, actor }: Acting & { readonly caller: Caller },
  id: string | undefined,
): Promise<Refusal | null> {
  if (caller.kind !== "embed" || id === undefined) return null;
  // It would be another import by the time the body has come. Theirs have ids.
  if (id === "latest")
    return refuseWith("import_unknown", "A token for embedding names an import by its id: latest may be another's.")
      .refusal;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return found.refusal;
  const isTheirs = found.value.settings.by === actorName(actor);
  // The same as of an import that is not there.
  return isTheirs ? null : refuseWith("import_unknown", `There is no import ${id} in this workspace.`).refusal;
}
