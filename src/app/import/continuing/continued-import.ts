/**
 * A corrected file of lines with errors continues the import that it came from: its rows are read, mapped and matched as they
 * were then, unless somebody says otherwise now, and lines that are already written are not written again.
 */
import { errorLineOf, ownColumns } from "../../../core/mapping/error-columns.ts";
import { headerKey } from "../../../core/mapping/header-key.ts";
import { type Actor, actorName } from "../../../core/member/actor.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import type { ImportMode } from "../../../core/policy/policy.ts";
import { policyForObject, policyOfBoth } from "../../../core/policy/policy-for-object.ts";
import { decodeId } from "../../../core/public-id.ts";
import { errorFileHeaders } from "../../export/error-lines.ts";
import type { SavedMapping } from "../../ports/mapping-store.ts";
import type { Retry } from "../../ports/retry-store.ts";
import type { ImportRecord, Ports, Workspace } from "../../ports.ts";
import type { TableSample } from "../../table/read-table.ts";
import { storedTable } from "../../table/stored-table.ts";
import { TableRows } from "../../table/table-rows.ts";
import { constantsOf, mappingOf } from "../import-parts.ts";
import type { ColumnReading, Continued, ImportSettings } from "../import-settings.ts";

/**
 * The import that the rows name; null where they name none that has written anything, or one that whoever asks may not see.
 * Should they name several, the first counts.
 */
export async function continuedImport(
  ports: Ports,
  workspace: Workspace,
  { sample: { headers, rows }, actor }: { readonly sample: TableSample; readonly actor: Actor },
): Promise<ImportRecord | null> {
  const own = headers === null ? 0 : ownColumns(headers);
  if (headers === null || own === headers.length) return null;
  const named = rows.map(({ cells }) => errorLineOf(cells, own)?.import).find((id) => id !== undefined);
  return named === undefined ? null : importNamed(ports, workspace, { named, actor });
}

/** Null where it has written nothing, is undone, or is one that whoever asks may not see. */
export async function importNamed(
  ports: Ports,
  workspace: Workspace,
  { named, actor }: { readonly named: string; readonly actor: Actor },
): Promise<ImportRecord | null> {
  const number = decodeId("imp", workspace.idKey, named);
  const record =
    number === null ? null : await ports.store.imports.get({ workspace: workspace.number, import: number });
  if (record === null || record.startedAt === null || record.state === "undone") return null;
  const before = record.settings.continues;
  const first = before === undefined ? record : await ports.store.imports.get({ ...record.ref, import: before.import });
  return first !== null && maySee(actor, first) ? first : null;
}

/** In a page of another product one sees one's own imports alone: an id that one knows gives nothing of another's. */
const maySee = (actor: Actor, { settings }: ImportRecord): boolean =>
  actor.kind !== "key" || actor.user === undefined || settings.by === actorName(actor);

/** What somebody may say for an import, and says anew for one that continues another. */
type Said = Pick<ImportSettings, "tags" | "owner" | "dateOrder"> & {
  readonly object: ObjectKind;
  readonly withOpportunities?: boolean;
  readonly supposesContacts?: boolean;
  readonly preset: string | null;
  readonly mode: ImportMode | null;
  readonly set: ReadonlyMap<string, string>;
  readonly country: string | null;
};

/** The policy that was asked for, and the request that it is part of. */
export type Asked<Request extends Said = Said> = { readonly policy: EffectivePolicy; readonly request: Request };

/**
 * Whether somebody wants of the lines of contacts and opportunities the contacts alone. That is a file of its own: the lines stay
 * failed, and their opportunities can still come.
 */
export const asksForContactsAlone = (
  { settings: { second } }: ImportRecord,
  { object, withOpportunities, supposesContacts }: Pick<Said, "object" | "withOpportunities" | "supposesContacts">,
): boolean => second !== undefined && object === "contact" && withOpportunities !== true && supposesContacts !== true;

/** What is not said now is as it was then. */
export function asContinued<Request extends Said>(
  { settings }: ImportRecord,
  { policy, request }: Asked<Request>,
): Asked<Request> {
  const { preset, mode, set } = request;
  // Who may import, and what he has to accept, is asked anew.
  const { enabled, minRole, disclaimer } = policy;
  const saysPolicy = preset !== null || mode !== null || set.size > 0;
  const { second } = settings;
  const former = second === undefined ? settings.policy : policyOfBoth(settings.policy, second.policy);
  return {
    policy: saysPolicy
      ? policyForObject(policy, settings.object ?? "contact")
      : { ...former, enabled, minRole, disclaimer },
    request: {
      ...request,
      object: second?.contacts === "found" ? second.object : (settings.object ?? "contact"),
      withOpportunities: second?.contacts === "made",
      preset: saysPolicy ? preset : settings.preset,
      tags: request.tags.length > 0 ? request.tags : settings.tags,
      // Whoever imports owns the contacts where nobody is named, and no opportunities beside them.
      owner: request.owner ?? (second ?? settings).owner,
      country: request.country ?? (settings.country || null),
      dateOrder: request.dateOrder ?? settings.dateOrder,
    },
  };
}

/** Its mapping, under the headers that its lines with errors have. */
export function continuedMapping({ settings, createdAt }: ImportRecord): SavedMapping & { readonly isWhole: true } {
  const names = errorFileHeaders(settings);
  const mapping = mappingOf(settings).map((column) => ({ ...column, header: names[column.column] ?? "" }));
  const constants = constantsOf(settings);
  return { fingerprint: "", name: null, mapping, constants, usedAt: createdAt, isWhole: true };
}

/** What the whole file has shown counts for the few lines of it that are put right. */
export function continuedReadings(
  { settings }: ImportRecord,
  { headers }: Pick<TableSample, "headers">,
): readonly ColumnReading[] {
  const places = new Map((headers ?? []).map((header, column) => [headerKey(header), column]));
  const names = errorFileHeaders(settings);
  return settings.readings.flatMap((reading) => {
    const column = places.get(headerKey(names[reading.column] ?? ""));
    return column === undefined ? [] : [{ ...reading, column }];
  });
}

export const continues = ({ ref, id }: ImportRecord, { headers }: Pick<TableSample, "headers">): Continued => ({
  ...{ import: ref.import, id },
  own: ownColumns(headers ?? []),
});

/** Reads which line each row is about; afterwards the import knows its lines. */
export async function saveRetries(ports: Ports, { ref, settings }: ImportRecord): Promise<void> {
  if (settings.continues === undefined) return;
  await ports.store.retries.save(ref, settings.continues.import, retriesIn(ports, settings, settings.continues));
}

async function* retriesIn(
  ports: Ports,
  { source, dialect }: ImportSettings,
  { id, own }: Continued,
): AsyncGenerator<readonly Retry[]> {
  for await (const rows of new TableRows(storedTable(ports, source), dialect).batches()) {
    yield rows.flatMap(({ line, cells }) => {
      const of = errorLineOf(cells, own);
      return of?.import === id ? [{ line, ofLine: of.line }] : [];
    });
  }
}
