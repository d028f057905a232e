/** Merges in words: what each field becomes, what goes away, and what comes back when a merge is undone. */

import type { MergePlan, PartPlan } from "../../app/duplicates/merge-contacts.ts";
import type { MergeRecord } from "../../app/ports/merge-store.ts";
import { loadFields } from "../../app/view/contact-schema.ts";
import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Session } from "../cli.ts";
import { moment } from "./text.ts";

const idOf =
  ({ workspace }: Pick<Session, "workspace">) =>
  (contact: number): string =>
    encodeId("con", workspace.idKey, contact);

/** A field's value for people: lists joined, an account by its id. */
const valueReader = ({ workspace }: Pick<Session, "workspace">, fields: readonly Field[]) => {
  const lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  return (field: string, value: string | null): string => {
    if (value === null) return "(empty)";
    if (field === ACCOUNT_LINK) return encodeId("acc", workspace.idKey, Number(value));
    return shown(lists.has(field) ? parseList(value).join(", ") : value);
  };
};

export async function mergeLines(session: Session, { kept, others, decision }: MergePlan): Promise<readonly string[]> {
  const id = idOf(session);
  const text = valueReader(session, await loadFields(session.ports, session.workspace));
  const { changes, taken, lost, mains } = decision;
  const changed = Object.entries(changes).map(([field, [before, after]]) => {
    const from = taken[field] === undefined ? "" : `  (of ${id(taken[field])})`;
    return `  ${shown(field)}: ${text(field, before)} → ${text(field, after)}${from}`;
  });
  return [
    session.terminal.style("bold", `${id(kept)} would take in ${others.map(id).join(", ")}`),
    ...(changed.length > 0 ? changed : ["  It has all that they have: nothing of it changes."]),
    ...lost.map(({ field, contact, value }) => `  goes away: ${shown(field)} ${text(field, value)} of ${id(contact)}`),
    ...mains.map(({ account, after }) => `  ${mainText(session, account, after)}`),
    `  ${others.map(id).join(", ")} would be deleted; muster merge undo brings them back.`,
  ];
}

function mainText(session: Session, account: number, after: number | null): string {
  const id = encodeId("acc", session.workspace.idKey, account);
  return after === null ? `${id} has no main contact then` : `main contact of ${id}: ${idOf(session)(after)}`;
}

export function partLines(session: Session, { merge, decision }: PartPlan): readonly string[] {
  const id = idOf(session);
  const kept = id(merge.kept);
  const account = (number: number): string => encodeId("acc", session.workspace.idKey, number);
  const restored = [...decision.restore.keys()];
  return [
    session.terminal.style("bold", `Undoing ${encodeId("mrg", session.workspace.idKey, merge.number)}`),
    `  ${decision.back.map(id).join(", ")} would be there again as before the merge`,
    ...(restored.length > 0 ? [`  ${kept} would be put back in ${restored.map(shown).join(", ")}`] : []),
    ...(decision.keptIsGone ? [`  ${kept} is gone and stays gone`] : []),
    ...(decision.keptFields.length > 0
      ? [`  ${kept} stays as it is in ${decision.keptFields.map(shown).join(", ")}: changed since`]
      : []),
    ...decision.withoutAccount.map((contact) => `  ${id(contact)} would have no account: the one it had is gone`),
    ...decision.mains.flatMap(({ account: of, after }) =>
      after === null ? [] : [`  ${mainText(session, of, after)}`],
    ),
    ...decision.keptMains.map((of) => `  ${account(of)} keeps the main contact that it was given since`),
  ];
}

export const mergeRows = (idKey: number, merges: readonly MergeRecord[]): readonly (readonly string[])[] =>
  merges.map(({ number, at, by, kept, others, undone }) => [
    encodeId("mrg", idKey, number),
    moment(at),
    shown(by),
    encodeId("con", idKey, kept),
    others.map((other) => encodeId("con", idKey, other)).join(", "),
    undone === null ? "" : `${moment(undone.at)} by ${shown(undone.by)}`,
  ]);
