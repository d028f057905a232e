/** One contact made, changed or deleted by hand. */
import { changeContacts } from "../../app/bulk/bulk-changes.ts";
import { changeContact, createContact } from "../../app/hand/write-contact.ts";
import type { HandWritten } from "../../app/ports/hand-store.ts";
import type { Ports, Workspace } from "../../app/ports.ts";
import { contactJson } from "../../app/view/contact-json.ts";
import { contactName } from "../../app/view/contact-name.ts";
import { loadFields } from "../../app/view/contact-schema.ts";
import { findContact } from "../../app/view/find-by-id.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Problem } from "../../core/problem/problem.ts";
import { type Refusal, refuseWith } from "../../core/problem/refusal.ts";
import { problemFix, problemMessage } from "../../core/problem/render-problem.ts";
import type { ProblemWords, Voice } from "../../core/problem/voice.ts";
import { encodeId } from "../../core/public-id.ts";
import { API, type Bind } from "../bind.ts";
import * as contract from "../contract/hand.ts";
import { eTag, versionIn } from "../e-tag.ts";
import { type InvalidPart, problemResponse } from "../problem-json.ts";
import { answered } from "./bulk-changes.ts";

type Asking = { readonly ports: Ports; readonly workspace: Workspace; readonly voice: Voice };

export function bindHand(bind: Bind): void {
  bind(contract.createContact, async (call) => {
    const { ports, workspace, actor, body } = call;
    const values = new Map(Object.entries(body.values));
    const done = await createContact(ports, workspace, { values, allowDuplicate: body.allowDuplicate, actor });
    return done.ok ? written(call, done.value, 201) : refused(call, done.refusal);
  });

  bind(contract.changeContact, async (call) => {
    const { ports, workspace, actor, body, params, context } = call;
    const found = await findContact(ports, workspace, params.id);
    if (!found.ok) return found;
    const kept = Object.entries(body.kept).map(([name, text]) => [KEPT_PREFIX + name, text] as const);
    const done = await changeContact(ports, workspace, {
      ...{ contact: found.value.number, version: versionIn(context.req.header("if-match")) },
      values: new Map([...Object.entries(body.values), ...kept]),
      ...{ allowDuplicate: body.allowDuplicate, actor },
    });
    return done.ok ? written(call, done.value, 200) : refused(call, done.refusal);
  });

  bind(contract.deleteContact, async ({ ports, parts, workspace, actor, params }) => {
    const found = await findContact(ports, workspace, params.id);
    if (!found.ok) return found;
    const choice = { kind: "named" as const, contacts: [found.value.number] };
    const request = { change: { do: "delete" as const }, choice, newTags: [] };
    return answered({ ports, parts, workspace }, await changeContacts(ports, workspace, { request, actor }));
  });
}

async function written(
  { ports, workspace }: Asking,
  { contact, change }: HandWritten,
  status: 200 | 201,
): Promise<Response> {
  const { number, idKey } = workspace;
  const row = await ports.store.contacts.get(number, contact);
  // Somebody may have deleted it in the moment since.
  if (row === null) return problemResponse(refuseWith("contact_unknown", "The contact is not there any more.").refusal);
  const answer = contactJson(idKey, row, await loadFields(ports, workspace));
  const headers = { Location: `${API}/contacts/${answer.id}`, ETag: eTag(row.updatedAt) };
  const id = change === null ? null : encodeId("blk", idKey, change);
  return Response.json({ ...answer, change: id }, { status, headers });
}

/** With what is wrong with each value, said to whoever reads it. */
async function refused(asking: Asking, refusal: Refusal): Promise<Response> {
  const errors: InvalidPart[] = [];
  for (const problem of refusal.problems ?? []) errors.push(await wrongValue(asking, problem));
  return problemResponse(refusal, errors.length === 0 ? {} : { errors });
}

async function wrongValue({ ports, workspace, voice }: Asking, problem: Problem): Promise<InvalidPart> {
  const { idKey, number } = workspace;
  const fields = await loadFields(ports, workspace);
  const words: ProblemWords = { contact: (other) => encodeId("con", idKey, Number(other)), fields, voice };
  const { code, field = "values" } = problem;
  const part = { where: field, message: problemMessage(problem, words), code };
  // What is to be done about a whole line speaks of files.
  if (problem.field === undefined) return part;
  if (code !== "already_exists") return { ...part, fix: problemFix(problem, words) };
  const other = Number(problem.params?.contact);
  const row = await ports.store.contacts.get(number, other);
  return { ...part, contact: { id: encodeId("con", idKey, other), name: row === null ? "" : contactName(row) } };
}
