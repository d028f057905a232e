/** Possible duplicates in words: who is beside whom, how likely they are one person, and why. */

import type { DuplicateReport, FoundPair } from "../../app/duplicates/find-duplicates.ts";
import type { ContactRow } from "../../app/ports.ts";
import { contactName } from "../../app/view/contact-name.ts";
import { SHOWN_FIELDS, type Sides } from "../../app/view/duplicate-json.ts";
import { BLOCK_KINDS } from "../../core/duplicates/blocking-keys.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Session } from "../cli.ts";
import { withData } from "./import-text.ts";
import { count, number, printable } from "./text.ts";

/** Pairs that share a contact stand together, in the place of the likeliest of them. */
export function pairsInGroups(pairs: readonly FoundPair[]): readonly (readonly FoundPair[])[] {
  const groups: { contacts: Set<number>; pairs: FoundPair[] }[] = [];
  for (const found of pairs) {
    const meeting = groups.filter(({ contacts }) => found.pair.some((contact) => contacts.has(contact)));
    const [first = { contacts: new Set<number>(), pairs: [] }, ...others] = meeting;
    if (meeting.length === 0) groups.push(first);
    for (const other of others) {
      for (const contact of other.contacts) first.contacts.add(contact);
      first.pairs.push(...other.pairs);
      groups.splice(groups.indexOf(other), 1);
    }
    for (const contact of found.pair) first.contacts.add(contact);
    first.pairs.push(found);
  }
  return groups.map((group) => group.pairs);
}

/** The command names first the contact that was there first. */
export function groupLines(session: Session, pairs: readonly FoundPair[], sides: Sides): readonly string[] {
  const { workspace, terminal, config } = session;
  const id = (contact: number): string => encodeId("con", workspace.idKey, contact);
  const contacts = [...new Set(pairs.flatMap(({ pair }) => pair))].sort((a, b) => a - b);
  const rows = contacts.map((contact) => `  ${id(contact)}  ${sideText(sides.get(contact))}`);
  const scores = pairs.map(({ score, pair, reasons }) => {
    const which = contacts.length > 2 ? ` ${pair.map(id).join(" and ")}` : "";
    return `${terminal.style("bold", score.toFixed(2))}${which}  ${reasons.map(printable).join("; ")}`;
  });
  const command = withData(`muster merge ${contacts.map(id).join(" ")}`, config);
  return [...scores, ...rows, `  ${terminal.style("dim", command)}`];
}

function sideText(contact: ContactRow | undefined): string {
  if (!contact) return "";
  const parts = [contactName(contact), ...SHOWN_FIELDS.map((field) => contact.values.get(field) ?? "")];
  return parts
    .filter((part) => part !== "")
    .map(shown)
    .join(" · ");
}

export const leftOutLines = ({ leftOut, isCut, total }: DuplicateReport): readonly string[] => [
  ...leftOut.map(
    ({ kind, blocks, contacts }) =>
      `Not compared: ${number(contacts)} contacts that share ${BLOCK_KINDS[kind]} with more than 50 others (${count(blocks, "group")}); pairs of them that share something else are.`,
  ),
  ...(isCut ? [`The search ended at ${number(total)} pairs: say --min-score, or an import, to see others.`] : []),
];
