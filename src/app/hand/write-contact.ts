/** Contacts by hand: one is made, or values of one are changed. Read and decided like a line of an import, written at once. */
import { handChanges, valuesAfter } from "../../core/hand/hand-changes.ts";
import type { SaidValues } from "../../core/hand/said-values.ts";
import { type Actor, actorName } from "../../core/member/actor.ts";
import { missingRequired } from "../../core/plan/required.ts";
import { requiredMissing } from "../../core/plan/row-refusals.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { Problem } from "../../core/problem/problem.ts";
import { accept, type Result, refuse, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { HandWrite, HandWritten } from "../ports/hand-store.ts";
import type { BatchReader, ContactRow, Ports, Workspace } from "../ports.ts";
import { loadFields } from "../view/contact-schema.ts";
import { type HandRow, type HandSchema, handPolicy, planRow, readRow } from "./hand-import.ts";
import { othersLike } from "./same-contacts.ts";
import { valuesRefused } from "./values-refused.ts";

type HandPorts = Pick<Ports, "store" | "now">;

export type HandWish = {
  readonly values: SaidValues;
  /** Somebody who is there already may be there twice; unsaid, as the workspace's policy has it. */
  readonly allowDuplicate?: boolean | undefined;
  readonly actor: Actor;
};

const NOTHING: ReadonlyMap<string, string> = new Map();

export async function createContact(
  ports: HandPorts,
  workspace: Workspace,
  wish: HandWish,
): Promise<Result<HandWritten>> {
  const schema = await schemaFor(ports, workspace, wish);
  if (!schema.ok) return schema;
  const doing = { by: actorName(wish.actor), at: ports.now() };
  return ports.store.hand.write(workspace.number, doing, async (batch) => {
    const row = readRow(schema.value, wish.values, NOTHING);
    if (!row.ok) return row;
    const decided = await decide(batch, row.value, { schema: schema.value, held: NOTHING, contact: null, wish });
    return decided.ok ? accept({ do: "create", ...decided.value }) : decided;
  });
}

/** @param of `version`: when the contact was last changed, as whoever asks has seen it; null = whatever it is now */
export async function changeContact(
  ports: HandPorts,
  workspace: Workspace,
  wish: HandWish & { readonly contact: number; readonly version: number | null },
): Promise<Result<HandWritten>> {
  const schema = await schemaFor(ports, workspace, wish);
  if (!schema.ok) return schema;
  const { contact, version } = wish;
  const doing = { by: actorName(wish.actor), at: ports.now() };
  return ports.store.hand.write(workspace.number, doing, async (batch) => {
    const found = await ports.store.contacts.get(workspace.number, contact);
    const id = encodeId("con", workspace.idKey, contact);
    if (found === null) return refuseWith("contact_unknown", `There is no contact ${id} in this workspace.`);
    if (version !== null && version !== found.updatedAt)
      return refuseWith("version_conflict", `${id} has changed since it was read.`);
    const held = heldBy(found);
    const row = readRow(schema.value, wish.values, held);
    if (!row.ok) return row;
    const decided = await decide(batch, row.value, { schema: schema.value, held, contact, wish });
    return decided.ok ? accept({ do: "edit", ...decided.value }) : decided;
  });
}

function heldBy({ values, account }: ContactRow): ReadonlyMap<string, string> {
  return account === null ? values : new Map([...values, [ACCOUNT_LINK, String(account)]]);
}

async function schemaFor(
  ports: HandPorts,
  workspace: Workspace,
  { values, allowDuplicate }: HandWish,
): Promise<Result<HandSchema>> {
  const { store } = ports;
  const policy = handPolicy(workspace.policy);
  if (!policy.ok) return policy;
  const { doNotTouch, mainContact, accounts } = policy.value;
  if (values.has("do_not_touch") && !doNotTouch)
    return refuseWith("do_not_touch_off", "Contacts are not marked Do Not Touch in this workspace.");
  if (values.has("main_contact") && (!mainContact || accounts === "off"))
    return refuseNaming("field_read_only", ["Main contact"], "Accounts have no main contact in this workspace.");
  return accept({
    policy: policy.value,
    allowsDuplicates: allowDuplicate ?? workspace.policy.onMatch === "duplicate",
    fields: await loadFields(ports, workspace),
    sources: await store.sources.list(workspace.number),
    members: await store.members.list(workspace.number),
  });
}

type Of = {
  readonly schema: HandSchema;
  readonly held: ReadonlyMap<string, string>;
  /** Null = it is to be made. */
  readonly contact: number | null;
  readonly wish: HandWish;
};

async function decide(batch: BatchReader, row: HandRow, of: Of): Promise<Result<Omit<HandWrite, "do">>> {
  const { held, schema } = of;
  const plan = await planRow(batch, row, of.contact);
  const found = plan.lines.flatMap(({ problems }) => problems);
  if (found.length > 0) return refuse(valuesRefused(found, schema.fields));
  const { shape } = row.compiled;
  const changes = handChanges(plan, shape);
  const contact = of.contact ?? plan.inserts[0]?.id ?? 0;
  const after = valuesAfter(held, changes);
  const missing = of.contact === null ? null : leftWithout(schema, held, after);
  if (missing) return refuse(valuesRefused([missing], schema.fields));
  if (!schema.allowsDuplicates) {
    const keys = { fields: schema.fields, match: schema.policy.match };
    const others = await othersLike(batch, keys, { contact, before: held, after });
    if (others.length > 0) return refuse(valuesRefused(others, schema.fields));
  }
  return accept({ contact, plan, shape, changes });
}

/** What a contact must have to be made is not taken from one that has it. */
function leftWithout(
  { policy: { requiredToCreate } }: HandSchema,
  held: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Problem | null {
  const missingIn = (values: ReadonlyMap<string, string>) =>
    missingRequired(requiredToCreate, (field) => values.get(field) ?? "");
  const missing = missingIn(after);
  return missing === null || missingIn(held) !== null ? null : requiredMissing(missing);
}
