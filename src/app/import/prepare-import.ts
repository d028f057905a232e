/** From a stored file and what a person asked for to an import that is ready to be planned or run. Writes no contact. */

import type { Field } from "../../core/contact/field.ts";
import { withDoNotTouch } from "../../core/mapping/do-not-touch.ts";
import { headerFingerprint } from "../../core/mapping/header-fingerprint.ts";
import { type MappedColumns, mapColumns } from "../../core/mapping/map-columns.ts";
import { otherObject } from "../../core/mapping/other-object.ts";
import { actorName } from "../../core/member/actor.ts";
import { MANY } from "../../core/object/object-kind.ts";
import { DISCLAIMER } from "../../core/policy/disclaimer.ts";
import type { DateOrder } from "../../core/policy/policy.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Dialect, DialectOverrides } from "../../core/tabular/dialect.ts";
import { delimiterName } from "../../core/tabular/sniff-format.ts";
import type { QueuedWorkflow } from "../ports/effect-ports.ts";
import type { SavedMapping } from "../ports/mapping-store.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { sampleTable, sniffTable, type TableSample } from "../table/read-table.ts";
import { storedTable } from "../table/stored-table.ts";
import { chosenWorkflow } from "../workflow/workflows.ts";
import { batchTagsRefusal } from "../workspace/tags.ts";
import {
  type Asked,
  asContinued,
  continuedImport,
  continuedMapping,
  continuedReadings,
  continues,
} from "./continued-import.ts";
import { type ConvertedSource, convertSource, dialectRefusal } from "./convert-source.ts";
import { checkParts, columnsOf, withOwner } from "./import-columns.ts";
import { importOwner } from "./import-owner.ts";
import { importPolicy, type PolicyWish } from "./import-policy.ts";
import type { ImportSettings } from "./import-settings.ts";
import { looksUpProfiles } from "./look-up-profiles.ts";
import { giveUp, usingFiles } from "./receive-file.ts";

export type ImportRequest = PolicyWish & {
  readonly dialect: DialectOverrides;
  /** Sheet of a workbook; null = the one that holds values. */
  readonly sheet: string | null;
  /** `Header=field` texts. */
  readonly map: readonly string[];
  /** Name of a saved mapping; null = the one remembered for these headers. */
  readonly mapping: string | null;
  /** Name under which the mapping is to be remembered besides. */
  readonly saveMapping: string | null;
  readonly tags: readonly string[];
  readonly owner: string | null;
  /** Name or id of the workflow for the new contacts, or `none`; null = the workspace's default. */
  readonly workflow: string | null;
  /** Every contact of the import is marked Do Not Touch. */
  readonly doNotTouch: boolean;
  /** ISO 3166 alpha-2; null = the policy's. */
  readonly country: string | null;
  readonly dateOrder: DateOrder | null;
  /** Where the policy asks for one; it may be accepted later, until the import starts. */
  readonly disclaimerAccepted: boolean;
};

/** Where the file, the mapping or the policy stands in the way, nothing is kept of the file. */
export async function prepareImport(
  ports: Ports,
  workspace: Workspace,
  source: ImportSettings["source"],
  request: ImportRequest,
): Promise<Result<ImportRecord>> {
  const prepared = await convertAndMake(ports, workspace, source, request);
  if (!prepared.ok) await giveUp(ports, source.key);
  return prepared;
}

async function convertAndMake(
  ports: Ports,
  workspace: Workspace,
  given: ImportSettings["source"],
  request: ImportRequest,
): Promise<Result<ImportRecord>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const unwanted = await unwantedRefusal(ports, workspace, { request, policy: policy.value });
  if (unwanted) return refuse(unwanted);
  const workflow = await chosenWorkflow(ports, workspace, policy.value, request);
  if (!workflow.ok) return workflow;
  const file = await convertSource(ports, given, { policy: policy.value, sheet: request.sheet });
  if (!file.ok) return file;
  const made = await makeImport(ports, workspace, {
    ...{ file: file.value, policy: policy.value, workflow: workflow.value, request },
  });
  if (!made.ok && file.value.converted !== null) await giveUp(ports, file.value.source.key);
  return made;
}

/** What the policy does not let an import say for all its contacts. */
async function unwantedRefusal(
  ports: Ports,
  workspace: Workspace,
  { request: { object, doNotTouch, tags }, policy }: Asked<ImportRequest>,
): Promise<Refusal | null> {
  if (object !== "contact" && (doNotTouch || tags.length > 0)) {
    const message = `Only contacts are tagged or marked Do Not Touch, and the file is of ${MANY[object]}.`;
    return { code: "arguments_invalid", message, fix: "Import it without --tag and --dnt." };
  }
  if (doNotTouch && !policy.doNotTouch)
    return refuseWith("do_not_touch_off", "Contacts are not marked Do Not Touch in this workspace.").refusal;
  return batchTagsRefusal(ports, workspace, { tags, createTags: policy.createTags });
}

type Received = Asked<ImportRequest> & {
  readonly file: ConvertedSource;
  readonly workflow: QueuedWorkflow | null;
};

async function makeImport(
  ports: Ports,
  workspace: Workspace,
  { file: { source, converted }, workflow, ...asked }: Received,
): Promise<Result<ImportRecord>> {
  const file = storedTable(ports, source);
  const dialect = await sniffTable(file, asked.request.dialect, converted);
  if (!dialect.ok) return dialect;
  const unaccepted = dialectRefusal(asked.policy, dialect.value) ?? delimiterRefusal(dialect.value, asked);
  if (unaccepted) return refuse(unaccepted);
  const sample = await sampleTable(file, dialect.value);
  if (!sample.ok) return sample;
  const corrected = await continuedImport(ports, workspace, sample.value);
  // Lines about two objects are found again by what identifies them: their file is an import of its own.
  const former = corrected?.settings.second === undefined ? corrected : null;
  const { policy, request } = former === null ? aboutTheSame(corrected, asked) : asContinued(former, asked);
  const columns = await columnsOf(ports, workspace, { policy, request });
  const other = corrected === null ? otherObjectRefusal(sample.value, columns.fields, { policy, request }) : null;
  if (other) return refuse(other);
  const saved =
    former !== null && request.mapping === null
      ? accept(continuedMapping(former))
      : await savedMapping(ports, workspace, request.mapping, sample.value);
  if (!saved.ok) return saved;
  const mapped = mapColumns({
    headers: sample.value.headers,
    samples: sample.value.rows.map(({ cells }) => cells),
    ...{ policy, country: request.country, said: request.map, saved: saved.value },
    fields: columns.fields,
  });
  if (!mapped.ok) return mapped;
  const parts = columns.parts(mapped.value);
  const isEnriched = looksUpProfiles(ports, policy, { ...mapped.value, object: request.object });
  // What is required may come with a profile: then it is asked of each row.
  const checked = isEnriched ? { ...parts, policy: { ...parts.policy, requiredToCreate: [] } } : parts;
  const refusal = checkParts(checked, dialect.value.header, request.object);
  if (refusal) return refuse(refusal);
  const owner = await importOwner(ports, workspace, { ...request, policy, constants: mapped.value.constants });
  if (!owner.ok) return owner;
  await rememberMapping(ports, workspace, { ...mapped.value, sample: sample.value, name: request.saveMapping });
  // Corrected lines go where those went that were right at once, unless it is said otherwise.
  const queued = request.workflow === null ? (workflow ?? former?.settings.workflow ?? null) : workflow;
  const at = ports.now();
  const settings = settingsOf(workspace, request, {
    source,
    dialect: dialect.value,
    ...withOwner(
      request.doNotTouch ? { ...parts, ...withDoNotTouch({ constants: [], ...parts }) } : parts,
      owner.value,
      request.owner !== null,
    ),
    year: new Date(at).getUTCFullYear(),
    sources: await ports.store.sources.list(workspace.number),
    at,
    readings: former === null ? [] : continuedReadings(former, sample.value),
    ...(former === null ? {} : { continues: continues(former, sample.value) }),
    ...(former === null && corrected !== null ? { corrects: corrected.id } : {}),
    ...(queued === null ? {} : { workflow: queued }),
    ...(isEnriched ? { enriches: true as const } : {}),
  });
  return usingFiles(ports, [source.key, source.original?.key], () =>
    ports.store.imports.create(workspace.number, settings, at),
  );
}

/** What is no file of contacts would be lost as one: its values would become custom data of contacts. */
function otherObjectRefusal(
  { headers, rows }: TableSample,
  fields: readonly Field[],
  { policy: { opportunities }, request }: Asked<ImportRequest>,
): Refusal | null {
  const other = request.supposesContacts && headers !== null ? otherObject({ headers, rows }, fields) : null;
  if (other === null) return null;
  // Where the workspace has no such object, its columns are columns like any other.
  if (opportunities === "off" && other.lines !== "accounts") return null;
  if (opportunities === "separate_file" && other.lines === "contacts,opportunities") return null;
  const columns = other.columns.map((column) => shown(column.trim())).join(", ");
  return {
    code: "object_unsaid",
    message: `The file says in its header that it is not one of contacts: ${columns}. It looks like ${other.lines}.`,
    fix: `Import it with --object ${other.lines}; if its lines are contacts all the same, say --object contacts.`,
  };
}

/** Corrected lines of an import about opportunities are about opportunities, whether that is said again or not. */
function aboutTheSame(corrected: ImportRecord | null, asked: Asked<ImportRequest>): Asked<ImportRequest> {
  const second = corrected?.settings.second;
  if (second === undefined || asked.request.object !== "contact") return asked;
  const request: ImportRequest =
    second.contacts === "made"
      ? { ...asked.request, withOpportunities: true }
      : { ...asked.request, object: "opportunity" };
  return { ...asked, request };
}

type Settled = Pick<
  ImportSettings,
  | "source"
  | "dialect"
  | "mapping"
  | "constants"
  | "policy"
  | "fields"
  | "owner"
  | "year"
  | "sources"
  | "readings"
  | "continues"
  | "corrects"
  | "workflow"
  | "enriches"
  | "second"
> & { readonly at: number };

function settingsOf(workspace: Workspace, request: ImportRequest, { at, ...settled }: Settled): ImportSettings {
  const by = actorName(request.actor);
  return {
    ...(request.object === "contact" || request.object === "opportunity" ? {} : { object: request.object }),
    ...settled,
    preset: request.preset ?? workspace.preset,
    country: request.country ?? settled.policy.defaultCountry,
    dateOrder: request.dateOrder,
    tags: request.tags,
    by,
    ...(settled.policy.disclaimer && request.disclaimerAccepted ? { disclaimer: { by, at, text: DISCLAIMER } } : {}),
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
  return refuseWith(
    "delimiter_not_accepted",
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
    return named ? accept(named) : refuseWith("mapping_unknown", `No mapping is saved as "${name}".`);
  }
  return accept(
    sample.headers ? await mappings.byFingerprint(workspace.number, headerFingerprint(sample.headers)) : null,
  );
}

/** Only what a person decided is worth remembering: what is found by itself is found again, perhaps better by then. */
async function rememberMapping(
  ports: Ports,
  workspace: Workspace,
  { sample, mapping, constants, name }: MappedColumns & { readonly sample: TableSample; readonly name: string | null },
): Promise<void> {
  if (!sample.headers) return;
  if (name === null && constants.length === 0 && !mapping.some(({ foundBy }) => foundBy === "person")) return;
  const fingerprint = headerFingerprint(sample.headers);
  await ports.store.mappings.save(workspace.number, { fingerprint, name, mapping, constants, usedAt: ports.now() });
}
