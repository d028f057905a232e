/** Which values stand in a column, and what each becomes in a field before a person has said anything else of it. */
import type { Field } from "../../../core/contact/field.ts";
import { parseList } from "../../../core/contact/list-text.ts";
import { trimCell } from "../../../core/contact/types/clean-text.ts";
import type { Reading } from "../../../core/contact/unreadable.ts";
import { valueKey } from "../../../core/contact/value-map.ts";
import { cellSplitter, type ReadValue, valueReader } from "../../../core/contact/value-reader.ts";
import { valueSettingsOf } from "../../../core/contact/value-settings.ts";
import { exportedReader } from "../../../core/plan/slot-readers.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import type { ProblemCode } from "../../../core/problem/catalogue.ts";
import type { Problem } from "../../../core/problem/problem.ts";
import { accept, type Result, refuseNaming } from "../../../core/problem/refusal.ts";
import { shown } from "../../../core/problem/shown-text.ts";
import type { Dialect } from "../../../core/tabular/dialect.ts";
import type { Ports, Workspace } from "../../ports.ts";
import { type ColumnValues, type CountedValue, columnValues } from "../../table/column-values.ts";
import { storedTable } from "../../table/stored-table.ts";
import { sameFileImports, wholeTags } from "../../workspace/whole-tags.ts";
import { memberLookups } from "../compile-import.ts";
import type { ImportSettings } from "../import-settings.ts";
import type { ImportWish } from "../import-wish.ts";
import { columnsOf } from "./import-columns.ts";

type BecomingValue = CountedValue & {
  /** As people read it; null = it cannot be read, or is nothing. Beside a problem: what is read of it. */
  readonly becomes: string | null;
  readonly problem: Problem | null;
  /** Where the field holds several: the values that the cell is parted into. */
  readonly items?: readonly string[];
};

export type BecomingValues = Omit<ColumnValues, "header" | "values"> & { readonly values: readonly BecomingValue[] };

type Of = {
  readonly source: ImportSettings["source"];
  readonly dialect: Dialect;
  readonly policy: EffectivePolicy;
  readonly request: Pick<ImportWish, "object" | "withOpportunities" | "preset" | "country">;
  /** From 0. */
  readonly column: number;
  /** Key of the field that the column would go to. */
  readonly field: string;
};

export async function valuesBecome(ports: Ports, workspace: Workspace, of: Of): Promise<Result<BecomingValues>> {
  const { fields } = await columnsOf(ports, workspace, of);
  const field = fields.find(({ key }) => key === of.field);
  if (field === undefined) return refuseNaming("field_unknown", [of.field], `There is no field “${shown(of.field)}”.`);
  const { header, ...found } = await columnValues(storedTable(ports, of.source), of.dialect, of.column);
  const { read, split } = await readerFor(ports, workspace, { ...of, field, header });
  return accept({
    ...found,
    values: found.values.map((value) => ({
      ...value,
      ...becoming(value, field, read),
      ...(split === null
        ? {}
        : {
            items: split(value.value)
              .map(trimCell)
              .filter((item) => item !== ""),
          }),
    })),
  });
}

type ColumnReader = { readonly read: ReadValue; readonly split: ReturnType<typeof cellSplitter> };

async function readerFor(
  { store }: Pick<Ports, "store">,
  { number }: Workspace,
  { policy, request, field, source, header }: Omit<Of, "field"> & { readonly field: Field; readonly header: string },
): Promise<ColumnReader> {
  if (field.type === "link") return { read: linkReader(field, await store.pipelines.list(number)), split: null };
  const members = await store.members.list(number);
  const given = valueSettingsOf(policy);
  const country = request.country ?? given.country;
  const settings = {
    ...{ ...given, country, createOptions: policy.createOptions },
    ...memberLookups({ members, policy }),
    ...(field.type === "tags" ? { knownTags: await knownTags(store, number, { policy, source }) } : {}),
  };
  const read = exportedReader(field, header, { read: valueReader(field, settings), isTyped: false });
  return { read, split: cellSplitter(field, settings) };
}

/** As an import of the file would know them. */
async function knownTags(
  store: Ports["store"],
  workspace: number,
  { policy, source }: Pick<Of, "policy" | "source">,
): Promise<readonly string[]> {
  const ref = { workspace, import: Number.MAX_SAFE_INTEGER };
  return wholeTags(store, { workspace, policy, notBy: await sameFileImports(store, ref, source.key) });
}

type Named = Awaited<ReturnType<Ports["store"]["pipelines"]["list"]>>;

/** Stages and pipelines are those that the workspace has; which pipeline a stage is one of is only known on its line. */
function linkReader({ key }: Field, pipelines: Named): ReadValue {
  const isStage = key.endsWith("stage");
  const unknown: ProblemCode | null = isStage ? "stage_unknown" : key.endsWith("pipeline") ? "pipeline_unknown" : null;
  if (unknown === null) return (raw) => raw;
  const things = isStage ? pipelines.flatMap(({ stages }) => stages) : pipelines;
  const names = new Map(things.map(({ name }) => [valueKey(name), name]));
  return (raw): Reading => names.get(valueKey(raw)) ?? { unreadable: unknown };
}

function becoming(
  { value }: CountedValue,
  { key }: Field,
  read: ReadValue,
): Pick<BecomingValue, "becomes" | "problem"> {
  const reading = read(value);
  if (typeof reading === "string") return { becomes: asShown(reading), problem: null };
  const { unreadable: code, params, partly = "" } = reading;
  return {
    becomes: asShown(partly),
    problem: { ...{ code, severity: "warning", field: key, value }, ...(params === undefined ? {} : { params }) },
  };
}

function asShown(value: string): string | null {
  const items = value.startsWith("[") ? parseList(value) : [];
  return (items.length > 0 ? items.join(", ") : value) || null;
}
