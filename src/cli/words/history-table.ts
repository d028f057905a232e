/** The history of a workspace as a table, made of what programs read of it: the same of a data folder and of a server. */
import type { importJson } from "../../app/view/import-json.ts";
import type { Config } from "../../config.ts";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { withData } from "./import-text.ts";
import { renderTable } from "./table.ts";
import { moment, number, printable } from "./text.ts";

type ImportJson = ReturnType<typeof importJson>;

export function historyTable(imports: readonly ImportJson[], width: number): readonly string[] {
  const heads = [
    ...["Import", "When", "Who", "File", "Lines are", "State"].map((head) => ({ head })),
    ...OUTCOMES.map((head) => ({ head, align: "right" as const })),
  ];
  const rows = imports.map(({ import: id, at, by, file, object, state, outcomes }) => [
    ...[printable(id), moment(Date.parse(at)), shown(by), shown(file), shown(object), printable(state)],
    ...OUTCOMES.map((outcome) => number(outcomes[outcome])),
  ]);
  return renderTable(heads, rows, width);
}

/** @param isLater imports before a certain one were asked for */
export const noImports = (isLater: boolean, config: Config): string =>
  isLater
    ? "There are no earlier imports."
    : `Nothing was imported yet. Begin with: ${withData("muster import FILE", config)}`;

/** @param id of the last that is listed */
export const earlierOnes = (id: string, config: Config): string =>
  `There are earlier ones: ${withData(`muster imports --cursor ${printable(id)}`, config)}`;
