/**
 * How a stored file is read and its columns are mapped, for whoever prepares an import and for whoever only looks. What stands
 * in the way of a start is told beside it, so that it can be seen and put right.
 */

import type { Field } from "../../../core/contact/field.ts";
import { headerFingerprint } from "../../../core/mapping/header-fingerprint.ts";
import { type MappedColumns, mapColumns } from "../../../core/mapping/map-columns.ts";
import { type OtherObject, otherObject } from "../../../core/mapping/other-object.ts";
import { accept, type Refusal, type Result, refuse, refuseNaming } from "../../../core/problem/refusal.ts";
import { shown } from "../../../core/problem/shown-text.ts";
import type { Dialect } from "../../../core/tabular/dialect.ts";
import { delimiterName } from "../../../core/tabular/sniffing/sniff-format.ts";
import type { SavedMapping } from "../../ports/mapping-store.ts";
import type { ImportRecord, Ports, Workspace } from "../../ports.ts";
import { sampleTable, sniffTable, type TableSample } from "../../table/read-table.ts";
import { storedTable } from "../../table/stored-table.ts";
import {
  type Asked,
  asContinued,
  asksForContactsAlone,
  continuedImport,
  continuedMapping,
} from "../continuing/continued-import.ts";
import { movedErrorColumns } from "../continuing/moved-columns.ts";
import type { ImportSettings } from "../import-settings.ts";
import { looksUpProfiles } from "../passes/look-up-profiles.ts";
import { dialectRefusal } from "./convert-source.ts";
import type { ConvertedSource } from "./converted-source.ts";
import { checkParts, columnsOf, type Parts } from "./import-columns.ts";
import type { ImportRequest } from "./import-request.ts";
import { otherFilesMapping, unknownFieldSaid } from "./said-for-others.ts";

/** `dialect`: how it is known to be read; absent = that is to be found out. */
export type FileToRead = ConvertedSource & { readonly dialect?: Dialect };

/** A file that is text or was made text, and how that is read. */
export type SniffedSource = {
  readonly source: ImportSettings["source"];
  readonly dialect: Dialect;
  /** Why the policy does not take it; null = it does. */
  readonly refusal: Refusal | null;
};

export async function sniffSource(
  ports: Pick<Ports, "files">,
  { source, converted, dialect: known }: FileToRead,
  asked: Asked<ImportRequest>,
): Promise<Result<SniffedSource>> {
  const dialect = known
    ? accept(known)
    : await sniffTable(storedTable(ports, source), asked.request.dialect, converted);
  if (!dialect.ok) return dialect;
  const refusal = dialectRefusal(asked.policy, dialect.value) ?? delimiterRefusal(dialect.value, asked);
  return accept({ source, dialect: dialect.value, refusal });
}

export type MappedSource = Asked<ImportRequest> & {
  readonly sample: TableSample;
  /** As a person maps them. */
  readonly mapped: MappedColumns;
  /** As the objects of the lines take them. */
  readonly parts: Parts;
  /** The import that the file continues; null = it is a file of its own. */
  readonly former: ImportRecord | null;
  readonly enriches: boolean;
  /** Why an import of it cannot start; null = it can. */
  readonly refusal: Refusal | null;
  /** What is no file of contacts, though nobody has said so; null = it may be one. */
  readonly looksLike: OtherObject | null;
};

export async function mapSource(
  ports: Ports,
  workspace: Workspace,
  { source, dialect }: Pick<SniffedSource, "source" | "dialect">,
  asked: Asked<ImportRequest>,
): Promise<Result<MappedSource>> {
  const sample = await sampleTable(storedTable(ports, source), dialect);
  if (!sample.ok) return sample;
  const found = await continuedImport(ports, workspace, { sample: sample.value, actor: asked.request.actor });
  const former = found !== null && asksForContactsAlone(found, asked.request) ? null : found;
  const { policy, request } = former === null ? asked : asContinued(former, asked);
  const columns = await columnsOf(ports, workspace, { policy, request });
  const unknown = unknownFieldSaid(policy, columns.fields, asked.request);
  if (unknown !== null) return refuse(unknown);
  const looksLike = former === null ? otherLines(sample.value, columns.fields, { policy, request }) : null;
  const saved =
    former !== null && request.mapping === null
      ? accept(continuedMapping(former))
      : await savedMapping(ports, workspace, request.mapping, sample.value);
  if (!saved.ok) return saved;
  const mapped = mapColumns({
    headers: sample.value.headers,
    samples: sample.value.rows.map(({ cells }) => cells.slice(0, sample.value.width)),
    ...{ policy, country: request.country, said: request.map, saved: saved.value },
    fields: columns.fields,
  });
  if (!mapped.ok) return mapped;
  const parts = columns.parts(mapped.value);
  const enriches = looksUpProfiles(ports, policy, { ...mapped.value, object: request.object });
  // What is required may come with a profile: then it is asked of each row.
  const checked = enriches ? { ...parts, policy: { ...parts.policy, requiredToCreate: [] } } : parts;
  const moved =
    former === null && found === null
      ? await movedErrorColumns(ports, workspace, { sample: sample.value, ...mapped.value, actor: request.actor })
      : null;
  const refusal = looksLike
    ? otherObjectRefusal(looksLike)
    : (moved ?? checkParts(checked, dialect.header, request.object));
  return accept({
    ...{ policy, request, sample: sample.value, mapped: mapped.value, parts, former, enriches, refusal, looksLike },
  });
}

/** Null where the lines may be contacts, or where the workspace has no such object: then its columns are columns like any other. */
function otherLines(
  { headers, rows }: TableSample,
  fields: readonly Field[],
  { policy: { opportunities }, request }: Asked<ImportRequest>,
): OtherObject | null {
  const other = request.supposesContacts && headers !== null ? otherObject({ headers, rows }, fields) : null;
  if (other === null) return null;
  if (opportunities === "off" && other.lines !== "accounts") return null;
  return opportunities === "separate_file" && other.lines === "contacts,opportunities" ? null : other;
}

/** As contacts the lines would be lost: their values would become custom data of contacts. */
function otherObjectRefusal({ lines, columns }: OtherObject): Refusal {
  const names = columns.map((column) => shown(column.trim()));
  return {
    code: "object_unsaid",
    message: `The file says in its header that it is not one of contacts: ${names.join(", ")}. It looks like ${lines}.`,
    fix: `Import it with --object ${lines}; if its lines are contacts all the same, say --object contacts.`,
    names,
  };
}

const USUAL_DELIMITERS = [",", ";", "\t", "|"];

/**
 * A delimiter that a person has named is theirs to answer for, and a policy that takes all the usual ones narrows nothing
 * down: there an unusual one is taken on the file's evidence too.
 */
function delimiterRefusal({ delimiter, numbered }: Dialect, { policy, request }: Asked<ImportRequest>): Refusal | null {
  const { delimiters } = policy;
  if (numbered || request.dialect.delimiter !== undefined) return null;
  if (delimiters.length === 0 || delimiters.includes(delimiter)) return null;
  if (USUAL_DELIMITERS.every((usual) => delimiters.includes(usual))) return null;
  return refuseNaming(
    "delimiter_not_accepted",
    [delimiterName(delimiter)],
    `The file is delimited by ${delimiterName(delimiter)}; accepted here: ${delimiters.map(delimiterName).join(", ")}.`,
  ).refusal;
}

async function savedMapping(
  ports: Ports,
  workspace: Workspace,
  name: string | null,
  sample: TableSample,
): Promise<Result<SavedMapping | null>> {
  const { mappings } = ports.store;
  if (name !== null) {
    const named = await mappings.byName(workspace.number, name);
    if (named === null) return refuseNaming("mapping_unknown", [name], `No mapping is saved as "${name}".`);
    const unfit = otherFilesMapping(name, named.mapping, sample);
    return unfit === null ? accept(named) : refuse(unfit);
  }
  return accept(
    sample.headers ? await mappings.byFingerprint(workspace.number, headerFingerprint(sample.headers)) : null,
  );
}
