/** Where the values of a contact or account come from, and what imports did to it, made of what programs read of it. */
import type { PastJson } from "../../app/view/contact-json.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Terminal } from "../terminal.ts";
import { renderTable } from "./table.ts";
import { moment, printable } from "./text.ts";
import { cellText, valueText } from "./value-text.ts";

export type NamedField = { readonly key: string; readonly label: string };

/** An object as it is answered: its values stand beside what is told of each. */
type WithPast = PastJson & {
  readonly kept: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
};

type Changes = PastJson["history"][number]["changes"];

/** @param fields as they are called; custom data is called by its own name */
export function pastText(card: WithPast, fields: readonly NamedField[], terminal: Terminal): readonly string[] {
  const heads = ["Field", "Value", "Written by", "Line", "Column", "Raw text"].map((head) => ({ head }));
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const values: Readonly<Record<string, unknown>> = card;
  const rows = Object.entries(card.origins).map(([key, origin]) => {
    const name = key.startsWith(KEPT_PREFIX) ? key.slice(KEPT_PREFIX.length) : null;
    const value = name === null ? values[key] : card.kept[name];
    return [shown(name ?? labels.get(key) ?? key), cellText(value), ...originCells(origin)];
  });
  return [
    stampText(card),
    "",
    ...renderTable(heads, rows, terminal.width),
    "",
    terminal.style("bold", "Imports"),
    ...card.history.flatMap((change) => changeText(change)),
  ];
}

/** The values of an answered object that are texts, by field. */
export const textsOf = (card: object): ReadonlyMap<string, string> =>
  new Map(Object.entries(card).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

/** An object by id and name. */
export const calledText = (id: string, name: string): string =>
  [printable(id), shown(name)].filter((part) => part !== "").join("  ");

const stampText = ({ createdAt, updatedAt }: Pick<WithPast, "createdAt" | "updatedAt">): string =>
  `  made ${moment(Date.parse(createdAt))}, last changed ${moment(Date.parse(updatedAt))}`;

type Origin = PastJson["origins"][string];

function originCells(origin: Origin): readonly string[] {
  if (origin === null) return ["", "", "", ""];
  if ("bulkChange" in origin) return [`${printable(origin.bulkChange)} by ${shown(origin.by)}`, "", "", ""];
  const { import: id, workflow, line, column, raw, corrected } = origin;
  return [
    workflow === undefined ? printable(id) : `${printable(id)}, workflow ${shown(workflow)}`,
    String(line ?? ""),
    shown(column ?? ""),
    shown(raw ?? "") + (corrected ? `, corrected by ${shown(corrected.by)}` : ""),
  ];
}

export function changeText(change: PastJson["history"][number], indent = ""): readonly string[] {
  const { kind, import: id, file, at, line, workflow, changes } = change;
  const when = at === null ? "" : `${moment(Date.parse(at))}  `;
  const by = printable(id);
  const byLine = kind === "undone" ? `undo of ${by}, line ${line}` : `${printable(kind)} by ${by}, line ${line}`;
  const what = workflow === undefined ? byLine : `changed by the workflow “${shown(workflow)}” of ${by}`;
  const from = file === null ? "" : `, ${shown(file)}`;
  return [`${indent}  ${when}${what}${from}`, ...changesText(changes).map((text) => indent + text)];
}

export const changesText = (changes: Changes): readonly string[] =>
  Object.entries(changes).map(
    ([field, [before, after]]) => `    ${shown(field)}: ${valueText(before)} → ${valueText(after)}`,
  );
